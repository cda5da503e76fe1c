import { count, strict, years } from '../../numeric/quantities.ts';
import { DAYS_A_YEAR } from '../accrual.ts';
import { yearsWords } from '../years-words.ts';
import { defineFollowUp } from './definition.ts';

export const events = defineFollowUp({
  summary:
    'The last analysis waits for a number of failures in both arms together, up to a day of the calendar.',
  equations: ['T_A = min(t_("failure" d), c)'],
  symbols: { number: 'd', withinYears: 'c' },
  parameters: strict({
    number: count('failures in both arms that the last analysis waits for'),
    withinYears: years('years from the opening of the trial after which it waits no longer'),
  }),
  examples: [{ number: 47, withinYears: 12 }],
  create: ({ number, withinYears }) => ({
    sentence: `the last analysis waits for ${number} failures, at most ${yearsWords(withinYears)} from opening`,
    withinYears,
    events: number,
    analysisDay: ({ dayOfFailure }) => Math.min(dayOfFailure(number), withinYears * DAYS_A_YEAR),
  }),
});

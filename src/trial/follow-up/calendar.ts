import { strict, years } from '../../numeric/quantities.ts';
import { DAYS_A_YEAR } from '../accrual.ts';
import { yearsWords } from '../years-words.ts';
import { defineFollowUp } from './definition.ts';

export const calendar = defineFollowUp({
  summary: 'The last analysis comes on a day of the calendar, whoever has been enrolled by then.',
  equations: ['T_A = c'],
  symbols: { years: 'c' },
  parameters: strict({ years: years('years from the opening of the trial to the last analysis') }),
  examples: [{ years: 7 }],
  create: ({ years: within }) => ({
    sentence: `the last analysis comes ${yearsWords(within)} after opening`,
    withinYears: within,
    analysisDay: () => within * DAYS_A_YEAR,
  }),
});

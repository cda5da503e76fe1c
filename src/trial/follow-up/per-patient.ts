import { strict, years } from '../../numeric/quantities.ts';
import { DAYS_A_YEAR } from '../accrual.ts';
import { yearsWords } from '../years-words.ts';
import { defineFollowUp } from './definition.ts';

export const perPatient = defineFollowUp({
  summary: 'Every patient is followed equally long; the last analysis comes when the last one has been.',
  equations: ['T_A = t_N + t_0 + f'],
  symbols: { years: 'f' },
  parameters: strict({ years: years('years from surgery for which a patient is followed') }),
  examples: [{ years: 3 }],
  create: ({ years: each }) => ({
    sentence: `every patient is followed for ${yearsWords(each)}`,
    perPatientYears: each,
    leastYears: each,
    analysisDay: ({ lastEnrolment, surgeryAfter }) => lastEnrolment + surgeryAfter + each * DAYS_A_YEAR,
  }),
});

import { strict, years } from '../../numeric/quantities.ts';
import { DAYS_A_YEAR } from '../accrual.ts';
import { yearsWords } from '../years-words.ts';
import { defineFollowUp } from './definition.ts';

export const afterLast = defineFollowUp({
  summary: 'Patients are followed until so many years after the last one; those who came early longer.',
  equations: ['T_A = t_N + t_0 + f'],
  symbols: { years: 'f' },
  parameters: strict({ years: years('years from the surgery of the last patient to the last analysis') }),
  examples: [{ years: 3 }],
  create: ({ years: atEnd }) => ({
    sentence: `all are followed until ${yearsWords(atEnd)} after the last patient`,
    leastYears: atEnd,
    analysisDay: ({ lastEnrolment, surgeryAfter }) => lastEnrolment + surgeryAfter + atEnd * DAYS_A_YEAR,
  }),
});

import { answerLogRank } from '../log-rank/answer-question.ts';
import { logRankParameters } from '../log-rank/plan-shape.ts';
import { defineCalculator } from './definition.ts';

export const logRank = defineCalculator({
  summary:
    'Two arms by the log-rank test, non-inferiority with a margin, superiority without: events, patients and time for a power, or the power of a size.',
  reference: 'Schoenfeld 1981, Biometrika 68:316; Lachin & Foulkes 1986, Biometrics 42:507',
  parameters: logRankParameters,
  examples: [
    { controlRate: 0.93, atYears: 3, margin: 0.07, accrualYears: 4, followUpYears: 3, loss: 0.05 },
    { controlRate: 0.5, atYears: 5, experimentalRate: 0.7, power: 0.9 },
    {
      controlRate: 0.9,
      atYears: 3,
      hazardRatioMargin: 2.078,
      total: 400,
      accrualYears: 4,
      followUpYears: 3,
      allocation: 2,
      method: 'lachinFoulkes',
    },
  ],
  solve: answerLogRank,
});

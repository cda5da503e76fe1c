import type { AlphaBetaEstimate } from '../../../evidence/alpha-beta-estimate.ts';
import { tenthGray } from '../../lesson-parts/dose-words.ts';
import type { Answer, LessonStep, Table } from '../../lessons/definition.ts';
import { estimateOf } from './trial-effects.ts';

/** Doses of the arms beside what they showed. */
export const armsTable = ({ arms }: AlphaBetaEstimate, caption: string, measure: string): Table => ({
  caption,
  columns: ['Arm', 'Total dose', 'Sum of d²', measure],
  rows: arms.map(({ schedule, totalDoseGy, doseSquaredGy2, effect }) => [
    schedule,
    tenthGray(totalDoseGy),
    `${doseSquaredGy2.toFixed(2)} Gy²`,
    Math.exp(effect).toFixed(2),
  ]),
});

export const equalHarm: LessonStep = {
  shown: {
    title: 'Two doses around the right one',
    paragraphs: [
      'FAST compared *25 × 2 Gy* for breast cancer with two schedules of five fractions, each given over the same five weeks. After five years it looked at change in the appearance of the breast (Brunt 2020).',
      'Against 25 × 2 Gy, the odds of change were *1.64* times as high after *30 Gy* in five fractions, and *1.10* times after *28.5 Gy*.',
    ],
    question: 'Which total dose in five fractions would have changed as many breasts as 25 × 2 Gy?',
    prediction: { kind: 'number', unit: 'Gy', min: 25, max: 32, step: 0.1 },
    sliders: [],
  },
  answer: (tools): Answer => {
    const estimate = estimateOf(tools, 'fast');
    const { totalDoseGy } = estimate.isoeffective[0];
    const value = totalDoseGy.estimate;
    return {
      kind: 'number',
      value,
      words: tenthGray(value),
      near: 0.3,
      sentence: `*${tenthGray(value)}*, with a 95 % interval from ${tenthGray(totalDoseGy.low)} to ${tenthGray(totalDoseGy.high)}. FAST published 28 Gy, 26 to 30.`,
      remarks: {
        near: 'Right: a little below 28.5 Gy, where the odds ratio is 1.',
        far: 'Follow the line through the two doses down to an odds ratio of 1, where its logarithm is 0.',
        mistakes: [
          {
            value: 28.5,
            within: 0.15,
            remark:
              'Nearly: after 28.5 Gy the odds were still 1.10 times as high, so the equal dose lies a little lower.',
          },
        ],
      },
      table: armsTable(estimate, 'What FAST showed', 'Odds ratio'),
    };
  },
};

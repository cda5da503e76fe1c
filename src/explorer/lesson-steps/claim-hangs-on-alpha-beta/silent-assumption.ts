import { crossingAlphaBetaGy, equalFractions } from '../../../radiobiology/linear-quadratic.ts';
import { hundredthGray } from '../../lesson-parts/dose-words.ts';
import type { Answer, Finding, LessonStep } from '../../lessons/definition.ts';
import { alphaBetaTable, plannedTrial } from './planned-trial.ts';

/** α/β in Gy at which five fractions equal 25 × 2 Gy; undefined where none does. */
const crossingGy = (doseGy: number): number | undefined =>
  crossingAlphaBetaGy(equalFractions(25, 2), equalFractions(5, doseGy));

export const silentAssumption: LessonStep = {
  shown: {
    title: 'A silent assumption',
    paragraphs: [
      'A trial compares *5 × 6 Gy* with *25 × 2 Gy*. It is to show that local control at 3 years is at most 7 percentage points worse. For 80 % power the usual formula gives *182 patients an arm* if control is 93 % in both arms.',
      'The sample size seems to know nothing of α/β. But if control goes with EQD2, “93 % in both arms” says that the two schedules have the same EQD2.',
    ],
    question: 'Which α/β did the sample size take for granted?',
    prediction: { kind: 'number', unit: 'Gy', min: 1, max: 15, step: 0.1 },
    sliders: [
      {
        id: 'doseGy',
        label: 'Dose per fraction, five fractions',
        unit: 'Gy',
        min: 5,
        max: 7.5,
        step: 0.1,
        value: 6,
      },
    ],
  },
  answer: (tools): Answer => {
    const value = crossingGy(6)!;
    return {
      kind: 'number',
      value,
      words: hundredthGray(value),
      near: 0.3,
      sentence: `*${hundredthGray(value)}*: only there are 5 × 6 Gy and 25 × 2 Gy equal.`,
      remarks: {
        near: 'Right: equal rates are an assumption about α/β.',
        far: 'Look for the α/β at which 30 Gy × (6 + α/β) is 50 Gy × (2 + α/β).',
        mistakes: [
          {
            value: 4.9,
            within: 0.3,
            remark:
              'That is the median of 14 sarcoma cell lines (Haas 2021). At 4.9 Gy the schedules are *not* equal: 5 × 6 Gy is the weaker one.',
          },
        ],
      },
      table: alphaBetaTable(plannedTrial(tools), false),
    };
  },
  play: ({ doseGy }): Finding => {
    const crossing = crossingGy(doseGy);
    return {
      sentence:
        crossing === undefined
          ? `5 × ${doseGy.toFixed(1)} Gy equals 25 × 2 Gy at no α/β.`
          : `5 × ${doseGy.toFixed(1)} Gy equals 25 × 2 Gy at an α/β of *${hundredthGray(crossing)}*: above that it is weaker, below it stronger.`,
    };
  },
};

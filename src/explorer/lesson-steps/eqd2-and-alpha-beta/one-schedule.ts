import { eqd2, equalFractions } from '../../../radiobiology/linear-quadratic.ts';
import {
  comparedWith,
  fractionsWords,
  largeFractionCaution,
  tenthGray,
} from '../../lesson-parts/dose-words.ts';
import type { Answer, Finding, LessonStep } from '../../lessons/definition.ts';
import { FEW, scheduleTable, USUAL } from './schedules.ts';

export const oneSchedule: LessonStep = {
  shown: {
    title: 'A gray is not a gray',
    paragraphs: [
      'The usual treatment before sarcoma surgery is *25 × 2 Gy*: 50 Gy in all. A shorter one is *5 × 6 Gy*: 30 Gy in all.',
      'Cells mend part of the damage between fractions, so a gray does more in a large fraction than in a small one. How much more depends on the tissue, by one number: *α/β*, in Gy.',
      'EQD2 is the dose in 2 Gy fractions that would do the same: total dose × (dose per fraction + α/β) ÷ (2 Gy + α/β).',
    ],
    question: 'What is the EQD2 of 5 × 6 Gy where α/β is 10 Gy?',
    prediction: { kind: 'number', unit: 'Gy', min: 10, max: 80, step: 0.5 },
    sliders: [
      { id: 'fractions', label: 'Fractions', unit: '', min: 1, max: 30, step: 1, value: 5 },
      { id: 'doseGy', label: 'Dose per fraction', unit: 'Gy', min: 1, max: 12, step: 0.1, value: 6 },
    ],
  },
  answer: (): Answer => {
    const value = eqd2(FEW, 10);
    return {
      kind: 'number',
      value,
      words: tenthGray(value),
      near: 1,
      sentence: `30 Gy × (6 + 10) ÷ (2 + 10) is *${tenthGray(value)}*: ten more than the total dose, ten less than 25 × 2 Gy.`,
      remarks: {
        near: 'Right: larger fractions make 30 Gy count for more, but not for 50.',
        far: 'Put the numbers into the formula: the total is 30 Gy, a fraction has 6 Gy, α/β is 10 Gy.',
        mistakes: [
          {
            value: FEW.doseGy,
            within: 1,
            remark:
              'That is the total dose. A gray in a fraction of 6 Gy does more than a gray in one of 2 Gy.',
          },
          {
            value: USUAL.doseGy,
            within: 1,
            remark: 'That is 25 × 2 Gy. The two schedules are equal at one α/β only, and it is not 10 Gy.',
          },
        ],
      },
      table: scheduleTable([10]),
    };
  },
  play: ({ fractions, doseGy }): Finding => {
    const sums = equalFractions(fractions, doseGy);
    const value = eqd2(sums, 10);
    const name = fractionsWords(fractions, doseGy);
    return {
      sentence: `At α/β 10 Gy, ${name} has an EQD2 of *${tenthGray(value)}*, ${comparedWith(value, USUAL.doseGy)} 25 × 2 Gy.${largeFractionCaution(doseGy)}`,
    };
  },
};

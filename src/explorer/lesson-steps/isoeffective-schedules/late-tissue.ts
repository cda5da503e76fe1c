import { comparedWith, fractionsWords, tenthGray } from '../../lesson-parts/dose-words.ts';
import type { Answer, Finding, LessonStep } from '../../lessons/definition.ts';
import { eqd2Elsewhere, equalFractionGy, LATE_GY, TUMOUR_GY, USUAL } from './equal-schedule.ts';

export const lateTissue: LessonStep = {
  shown: {
    title: 'What late reactions make of it',
    paragraphs: [
      'The five fractions of the last step are equal to 25 × 2 Gy *for the tumour*. The same dose reaches normal tissue beside it.',
      'Late reactions have a lower α/β; take *3 Gy*. Of 25 × 2 Gy they get an EQD2 of 50 Gy.',
    ],
    question: 'What EQD2 do late reactions get of the five fractions?',
    prediction: { kind: 'number', unit: 'Gy', min: 20, max: 90, step: 0.5 },
    sliders: [
      { id: 'lateGy', label: 'α/β of late reactions', unit: 'Gy', min: 1, max: 6, step: 0.1, value: 3 },
      { id: 'fractions', label: 'Fractions', unit: '', min: 3, max: 30, step: 1, value: 5 },
    ],
  },
  answer: (): Answer => {
    const value = eqd2Elsewhere(5, TUMOUR_GY, LATE_GY);
    return {
      kind: 'number',
      value,
      words: tenthGray(value),
      near: 1.5,
      sentence: `*${tenthGray(value)}*, ${tenthGray(value - USUAL.doseGy)} more than of 25 × 2 Gy: equal for the tumour is harder on a tissue with a lower α/β.`,
      remarks: {
        near: 'Right: the lower α/β, the more larger fractions do.',
        far: 'The five fractions are 5 × 6 Gy: 30 Gy × (6 + 3) ÷ (2 + 3).',
        mistakes: [
          {
            value: USUAL.doseGy,
            within: 1.5,
            remark:
              'It would be 50 Gy if late reactions had the tumour’s α/β. Isoeffective holds for one tissue.',
          },
          {
            value: 5 * equalFractionGy(5, TUMOUR_GY),
            within: 1.5,
            remark: 'That is the total dose, not what it does in fractions of 6 Gy.',
          },
        ],
      },
    };
  },
  play: ({ lateGy, fractions }): Finding => {
    const value = eqd2Elsewhere(fractions, TUMOUR_GY, lateGy);
    const schedule = fractionsWords(fractions, equalFractionGy(fractions, TUMOUR_GY));
    return {
      sentence: `${schedule} equals 25 × 2 Gy for the tumour; late reactions with α/β ${lateGy.toFixed(1)} Gy get *${tenthGray(value)}*, ${comparedWith(value, USUAL.doseGy)} of 25 × 2 Gy.`,
    };
  },
};

import { hundredthGray, largeFractionCaution, tenthGray } from '../../lesson-parts/dose-words.ts';
import { pointsAlong } from '../../lesson-parts/points-along.ts';
import type { Answer, Finding, LessonStep, Table } from '../../lessons/definition.ts';
import { equalFractionGy, TUMOUR_GY, USUAL } from './equal-schedule.ts';

const equalTable = (alphaBetaGy: number): Table => ({
  caption: `Schedules equal to 25 × 2 Gy at α/β ${alphaBetaGy} Gy`,
  columns: ['Fractions', 'Dose per fraction', 'Total dose'],
  rows: [25, 15, 10, 5].map((fractions) => {
    const doseGy = equalFractionGy(fractions, alphaBetaGy);
    return [String(fractions), hundredthGray(doseGy), tenthGray(fractions * doseGy)];
  }),
});

export const fiveFractions: LessonStep = {
  shown: {
    title: 'Five fractions in place of 25',
    paragraphs: [
      'Two schedules are *isoeffective* if they have the same EQD2. You are to replace *25 × 2 Gy* by five fractions that do the same to a tumour with an α/β of *4 Gy*.',
      'Five fractions of d Gy have an EQD2 of 5·d × (d + 4) ÷ 6, which is to be 50 Gy.',
    ],
    question: 'How large must each of the five fractions be?',
    prediction: { kind: 'number', unit: 'Gy', min: 3, max: 12, step: 0.1 },
    sliders: [
      { id: 'fractions', label: 'Fractions', unit: '', min: 3, max: 30, step: 1, value: 5 },
      { id: 'alphaBetaGy', label: 'α/β of the tumour', unit: 'Gy', min: 1, max: 20, step: 0.1, value: 4 },
    ],
  },
  answer: (): Answer => {
    const value = equalFractionGy(5, TUMOUR_GY);
    return {
      kind: 'number',
      value,
      words: hundredthGray(value),
      near: 0.25,
      sentence: `*${hundredthGray(value)}*, so ${tenthGray(5 * value)} in all: a fifth of the fractions and three fifths of the dose.`,
      remarks: {
        near: 'Right: 5 × 6 Gy equals 25 × 2 Gy at this α/β.',
        far: 'Try a dose in the formula: 5 Gy gives too little, 7 Gy too much.',
        mistakes: [
          {
            value: USUAL.doseGy / 5,
            within: 0.5,
            remark:
              'That keeps the total dose of 50 Gy: in so large fractions it would do far more than 25 × 2 Gy.',
          },
        ],
      },
      table: equalTable(TUMOUR_GY),
    };
  },
  play: ({ fractions, alphaBetaGy }): Finding => {
    const doseGy = equalFractionGy(fractions, alphaBetaGy);
    return {
      sentence: `At α/β ${alphaBetaGy.toFixed(1)} Gy, ${fractions} fractions of *${hundredthGray(doseGy)}* (${tenthGray(fractions * doseGy)} in all) equal 25 × 2 Gy.${largeFractionCaution(doseGy)}`,
      picture: {
        title: 'Dose per fraction that equals 25 × 2 Gy',
        x: { label: 'Number of fractions', unit: '' },
        y: { label: 'Dose per fraction', unit: 'Gy' },
        series: [
          {
            name: `α/β ${alphaBetaGy.toFixed(1)} Gy`,
            points: pointsAlong(3, 30, 28, (count) => equalFractionGy(count, alphaBetaGy)),
          },
        ],
      },
    };
  },
};

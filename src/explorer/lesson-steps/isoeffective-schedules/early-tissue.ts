import { eqd2 } from '../../../radiobiology/linear-quadratic.ts';
import { tenthGray } from '../../lesson-parts/dose-words.ts';
import { rightOption } from '../../lesson-parts/right-option.ts';
import type { Answer, LessonStep, Table } from '../../lessons/definition.ts';
import { EARLY_GY, eqd2Elsewhere, LATE_GY, TUMOUR_GY, USUAL } from './equal-schedule.ts';

const threeTissues = (): Table => ({
  caption: 'EQD2 of the schedule that is equal for a tumour with α/β 4 Gy',
  columns: ['Tissue', 'α/β', 'Of 25 × 2 Gy', 'Of the five fractions'],
  rows: (
    [
      ['Late reactions', LATE_GY],
      ['Tumour', TUMOUR_GY],
      ['Early reactions', EARLY_GY],
    ] as const
  ).map(([name, own]) => [
    name,
    `${own} Gy`,
    tenthGray(eqd2(USUAL, own)),
    tenthGray(eqd2Elsewhere(5, TUMOUR_GY, own)),
  ]),
});

export const earlyTissue: LessonStep = {
  shown: {
    title: 'And early reactions?',
    paragraphs: [
      'Early reactions of the skin have a higher α/β; take *10 Gy*. Again the dose is that of the five fractions that equal 25 × 2 Gy for the tumour with α/β 4 Gy.',
    ],
    question: 'What do early reactions get, beside the 50 Gy of 25 × 2 Gy?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'more', text: 'More than 50 Gy' },
        { id: 'same', text: '50 Gy' },
        { id: 'less', text: 'Less than 50 Gy' },
      ],
    },
    sliders: [],
  },
  answer: (): Answer => {
    const value = eqd2Elsewhere(5, TUMOUR_GY, EARLY_GY);
    return {
      kind: 'choice',
      right: rightOption({
        more: value > USUAL.doseGy,
        same: value === USUAL.doseGy,
        less: value < USUAL.doseGy,
      }),
      sentence: `*${tenthGray(value)}*: less than 50 Gy. Fewer, larger fractions move the burden from early to late reactions.`,
      remarks: {
        more: 'Late reactions get more. A tissue with a high α/β minds total dose most, and that has fallen.',
        same: 'Only a tissue with the tumour’s α/β gets the same.',
        less: 'Right: with a high α/β the lower total dose decides.',
      },
      table: threeTissues(),
    };
  },
};

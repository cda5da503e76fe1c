import { eqd2, equalFractions } from '../../../radiobiology/linear-quadratic.ts';
import { fractionsWords, tenthGray } from '../../lesson-parts/dose-words.ts';
import { rightOption } from '../../lesson-parts/right-option.ts';
import type { Answer, Finding, LessonStep, Table } from '../../lessons/definition.ts';
import { USUAL } from './schedules.ts';

const TISSUES = [
  { name: 'late reactions', alphaBetaGy: 3 },
  { name: 'sarcoma cell lines', alphaBetaGy: 4.9 },
  { name: 'early reactions of the skin', alphaBetaGy: 10 },
];

const inFewFractions = (doseGy: number): { name: string; alphaBetaGy: number; eqd2Gy: number }[] =>
  TISSUES.map((tissue) => ({ ...tissue, eqd2Gy: eqd2(equalFractions(5, doseGy), tissue.alphaBetaGy) }));

const tissueTable = (doseGy: number): Table => ({
  caption: `EQD2 of ${fractionsWords(5, doseGy)} beside the 50 Gy of 25 × 2 Gy`,
  columns: ['Tissue', 'α/β taken here', 'EQD2'],
  rows: inFewFractions(doseGy).map(({ name, alphaBetaGy, eqd2Gy }) => [
    name,
    `${alphaBetaGy} Gy`,
    tenthGray(eqd2Gy),
  ]),
});

export const whoMinds: LessonStep = {
  shown: {
    title: 'Which tissue minds',
    paragraphs: [
      'Late reactions, such as fibrosis, have α/β of about *2 to 4 Gy*; early reactions of the skin about *7 to 11 Gy* (Thames 1990). In 14 lines of sarcoma cells the median was *4.9 Gy*, and the lines lay far apart (Haas 2021).',
      'A patient gets 5 × 6 Gy in place of 25 × 2 Gy. Take α/β as 3 Gy for late reactions, 10 Gy for early ones, and 4.9 Gy for the sarcoma.',
    ],
    question: 'Where does 5 × 6 Gy do more than 25 × 2 Gy?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'all', text: 'In all three' },
        { id: 'late', text: 'In late reactions only' },
        { id: 'tumour', text: 'In the sarcoma only' },
        { id: 'early', text: 'In early reactions only' },
      ],
    },
    sliders: [
      {
        id: 'doseGy',
        label: 'Dose per fraction, five fractions',
        unit: 'Gy',
        min: 4,
        max: 9,
        step: 0.1,
        value: 6,
      },
    ],
  },
  answer: (): Answer => {
    const [late, tumour, early] = inFewFractions(6).map(({ eqd2Gy }) => eqd2Gy > USUAL.doseGy);
    return {
      kind: 'choice',
      right: rightOption({
        all: late && tumour && early,
        late: late && !tumour && !early,
        tumour: !late && tumour && !early,
        early: !late && !tumour && early,
      }),
      sentence: `Late reactions mind the size of a fraction most: *${tenthGray(inFewFractions(6)[0].eqd2Gy)}* against 50 Gy, while the other two get less than from 25 × 2 Gy.`,
      remarks: {
        all: 'Early reactions and the sarcoma, as taken here, get less: 20 Gy fewer are not made up for.',
        late: 'Right: the lowest α/β minds the size of a fraction most.',
        tumour: 'With α/β 4.9 Gy the sarcoma gets a little less; late reactions have the lower α/β.',
        early: 'Early reactions have a high α/β: they mind the total dose more than the size of a fraction.',
      },
      table: tissueTable(6),
    };
  },
  play: ({ doseGy }): Finding => {
    const more = inFewFractions(doseGy).filter(({ eqd2Gy }) => eqd2Gy > USUAL.doseGy + 0.05);
    const names = more.map(({ name }) => name).join(', ') || 'none of the three';
    return {
      sentence: `${fractionsWords(5, doseGy)} does more than 25 × 2 Gy in: *${names}*.`,
      table: tissueTable(doseGy),
    };
  },
};

import {
  comparedWith,
  fractionsWords,
  largeFractionCaution,
  tenthGray,
} from '../../lesson-parts/dose-words.ts';
import { pointsAlong } from '../../lesson-parts/points-along.ts';
import { rightOption } from '../../lesson-parts/right-option.ts';
import type { Answer, Finding, LessonStep, Picture } from '../../lessons/definition.ts';
import { eqd2Elsewhere, equalFractionGy, LATE_GY, USUAL } from './equal-schedule.ts';

/** α/β in Gy of the tumours to choose among, by option. */
const TUMOURS = { high: 10, same: LATE_GY, low: 1.5 };

function windowPicture(alphaBetasGy: readonly number[], lateGy: number): Picture {
  return {
    title: 'What late reactions get, the tumour getting the same',
    x: { label: 'Number of fractions', unit: '' },
    y: { label: 'EQD2 of late reactions', unit: 'Gy' },
    series: alphaBetasGy.map((own) => ({
      name: `tumour α/β ${own} Gy`,
      points: pointsAlong(3, 30, 28, (fractions) => eqd2Elsewhere(fractions, own, lateGy)),
    })),
    marks: [{ axis: 'y', value: USUAL.doseGy, label: 'as of 25 × 2 Gy' }],
  };
}

export const therapeuticWindow: LessonStep = {
  shown: {
    title: 'The therapeutic window',
    paragraphs: [
      'The window is the room between what the tumour needs and what late reactions bear. Give each of three tumours the five fractions that equal 25 × 2 Gy *for that tumour*, and look at late reactions with α/β 3 Gy.',
    ],
    question: 'For which tumour do five fractions spare late reactions?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'high', text: 'For a tumour with α/β 10 Gy' },
        { id: 'same', text: 'For a tumour with α/β 3 Gy, as late reactions have' },
        { id: 'low', text: 'For a tumour with α/β 1.5 Gy' },
        { id: 'none', text: 'For none: fewer fractions are always harder on late reactions' },
      ],
    },
    sliders: [
      { id: 'tumourGy', label: 'α/β of the tumour', unit: 'Gy', min: 1, max: 15, step: 0.1, value: 4.9 },
      { id: 'lateGy', label: 'α/β of late reactions', unit: 'Gy', min: 1, max: 6, step: 0.1, value: 3 },
      { id: 'fractions', label: 'Fractions', unit: '', min: 3, max: 30, step: 1, value: 5 },
    ],
  },
  answer: (): Answer => {
    const spares = (own: number): boolean => eqd2Elsewhere(5, own, LATE_GY) < USUAL.doseGy - 0.05;
    const holds = { high: spares(TUMOURS.high), same: spares(TUMOURS.same), low: spares(TUMOURS.low) };
    const [high, same, low] = Object.values(TUMOURS).map((own) => tenthGray(eqd2Elsewhere(5, own, LATE_GY)));
    return {
      kind: 'choice',
      right: rightOption({ ...holds, none: !holds.high && !holds.same && !holds.low }),
      sentence: `Late reactions get *${high}*, *${same}* and *${low}* for tumours with α/β 10, 3 and 1.5 Gy: fewer fractions widen the window only where the tumour’s α/β lies below that of late reactions.`,
      remarks: {
        high: 'There the window is narrowest: such a tumour needs a high dose in five fractions, and late reactions feel each of them.',
        same: 'With equal α/β the two go together: nothing is gained but time, and nothing is lost.',
        low: 'Right: such a tumour minds the size of a fraction even more than late reactions do.',
        none: 'It is so while the tumour has the higher α/β; where it has the lower one, the order turns.',
      },
      picture: windowPicture(Object.values(TUMOURS), LATE_GY),
    };
  },
  play: ({ tumourGy, lateGy, fractions }): Finding => {
    const value = eqd2Elsewhere(fractions, tumourGy, lateGy);
    const doseGy = equalFractionGy(fractions, tumourGy);
    return {
      sentence: `${fractionsWords(fractions, doseGy)} equals 25 × 2 Gy for the tumour; late reactions get *${tenthGray(value)}*, ${comparedWith(value, USUAL.doseGy)} of 25 × 2 Gy.${largeFractionCaution(doseGy)} Planning that keeps dose off normal tissue, and overall time, are left out.`,
      picture: windowPicture([tumourGy], lateGy),
    };
  },
};

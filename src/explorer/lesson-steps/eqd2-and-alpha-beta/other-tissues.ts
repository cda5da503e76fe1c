import { type DoseSums, eqd2 } from '../../../radiobiology/linear-quadratic.ts';
import { comparedWith, tenthGray } from '../../lesson-parts/dose-words.ts';
import { pointsAlong } from '../../lesson-parts/points-along.ts';
import { rightOption } from '../../lesson-parts/right-option.ts';
import type { Answer, Finding, LessonStep, Picture } from '../../lessons/definition.ts';
import { FEW, scheduleTable, THREE, USUAL } from './schedules.ts';

/** EQD2 against α/β. */
function tissuePicture(sums: DoseSums, name: string): Picture {
  return {
    title: `EQD2 of ${name} and of 25 × 2 Gy, by α/β`,
    x: { label: 'α/β', unit: 'Gy' },
    y: { label: 'EQD2', unit: 'Gy' },
    series: [
      { name, points: pointsAlong(1, 20, 39, (own) => eqd2(sums, own)) },
      { name: '25 × 2 Gy', points: pointsAlong(1, 20, 39, (own) => eqd2(USUAL, own)) },
    ],
  };
}

export const otherTissues: LessonStep = {
  shown: {
    title: 'The same schedule in another tissue',
    paragraphs: [
      'The doses are the same, 5 × 6 Gy. Now look at a tissue with an α/β of *2 Gy* instead of 10.',
      'A low α/β means that the part of the damage that grows with the square of the dose weighs more.',
    ],
    question: 'What becomes of the EQD2 of 5 × 6 Gy?',
    prediction: {
      kind: 'choice',
      options: [
        { id: 'falls', text: 'It falls: a lower α/β means a more resistant tissue' },
        { id: 'stays', text: 'It stays: the doses are the same' },
        { id: 'rises', text: 'It rises, but stays below the 50 Gy of 25 × 2 Gy' },
        { id: 'exceeds', text: 'It rises above the 50 Gy of 25 × 2 Gy' },
      ],
    },
    sliders: [{ id: 'alphaBetaGy', label: 'α/β', unit: 'Gy', min: 1, max: 20, step: 0.1, value: 4 }],
  },
  answer: (): Answer => {
    const [atTen, atFour, atTwo] = THREE.map((own) => eqd2(FEW, own));
    return {
      kind: 'choice',
      right: rightOption({
        falls: atTwo < atTen,
        stays: atTwo === atTen,
        rises: atTwo > atTen && atTwo < USUAL.doseGy,
        exceeds: atTwo > USUAL.doseGy,
      }),
      sentence: `At α/β 10, 4 and 2 Gy, 5 × 6 Gy has an EQD2 of *${tenthGray(atTen)}*, *${tenthGray(atFour)}* and *${tenthGray(atTwo)}*: weaker than 25 × 2 Gy, equal to it, and stronger.`,
      remarks: {
        falls: 'α/β does not say how resistant a tissue is, but how much it minds the size of a fraction.',
        stays: 'The doses are the same, what they do is not: EQD2 belongs to a schedule *and* a tissue.',
        rises:
          'It does rise; but the fractions are three times as large, and at α/β 2 Gy that is more than made up for.',
        exceeds: 'Right: the lower α/β, the more a large fraction does.',
      },
      table: scheduleTable(THREE),
      picture: tissuePicture(FEW, '5 × 6 Gy'),
    };
  },
  play: ({ alphaBetaGy }): Finding => {
    const value = eqd2(FEW, alphaBetaGy);
    return {
      sentence: `At α/β ${alphaBetaGy.toFixed(1)} Gy, 5 × 6 Gy has an EQD2 of *${tenthGray(value)}*, ${comparedWith(value, USUAL.doseGy)} 25 × 2 Gy.`,
    };
  },
};

import { findRoot } from '../../../numeric/find-root.ts';
import { eqd2, equalFractions } from '../../../radiobiology/linear-quadratic.ts';
import { hundredthGray } from '../../lesson-parts/dose-words.ts';
import { pointsAlong } from '../../lesson-parts/points-along.ts';
import type { Answer, Finding, LessonStep, Picture } from '../../lessons/definition.ts';
import { THREE } from './schedules.ts';

/** EQD2 against the size of a fraction, the total dose being fixed. */
function sizePicture(totalGy: number): Picture {
  const at = (alphaBetaGy: number) => (doseGy: number) =>
    eqd2(equalFractions(totalGy / doseGy, doseGy), alphaBetaGy);
  return {
    title: `EQD2 of ${totalGy} Gy, by the size of a fraction`,
    x: { label: 'Dose per fraction', unit: 'Gy' },
    y: { label: 'EQD2', unit: 'Gy' },
    series: THREE.map((own) => ({ name: `α/β ${own} Gy`, points: pointsAlong(1, 8, 29, at(own)) })),
    marks: [{ axis: 'y', value: totalGy, label: 'total dose' }],
  };
}

export const oneSize: LessonStep = {
  shown: {
    title: 'One size that all tissues agree on',
    paragraphs: [
      'Give 30 Gy in fractions of any size. In small fractions the EQD2 is highest where α/β is high; in large ones, where α/β is low.',
      'In between there is one size of fraction at which α/β does not matter at all.',
    ],
    question: 'At which dose per fraction is the EQD2 of 30 Gy the same for every α/β?',
    prediction: { kind: 'number', unit: 'Gy', min: 1, max: 8, step: 0.1 },
    sliders: [{ id: 'totalGy', label: 'Total dose', unit: 'Gy', min: 20, max: 70, step: 1, value: 30 }],
  },
  answer: (): Answer => {
    const apart = (doseGy: number): number => {
      const sums = equalFractions(30 / doseGy, doseGy);
      return eqd2(sums, 2) - eqd2(sums, 10);
    };
    const value = findRoot(apart, 1, 8);
    return {
      kind: 'number',
      value,
      words: hundredthGray(value),
      near: 0.1,
      sentence: `At *${hundredthGray(value)}*: there EQD2 is the total dose, which is what “equivalent in 2 Gy fractions” means.`,
      remarks: {
        near: 'Right: 2 Gy fractions are what EQD2 is measured in.',
        far: 'What is the EQD2 of a schedule that has 2 Gy fractions already?',
        mistakes: [],
      },
      picture: sizePicture(30),
    };
  },
  play: ({ totalGy }): Finding => ({
    sentence: `The curves of ${totalGy} Gy cross at 2 Gy a fraction, where each is ${totalGy} Gy.`,
    picture: sizePicture(totalGy),
  }),
};

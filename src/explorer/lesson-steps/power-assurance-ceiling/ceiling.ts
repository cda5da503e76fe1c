import { createExactAssurance } from '../../../engine/exact-assurance.ts';
import { resizedTrial } from '../../../engine/resized-trial.ts';
import { withValues } from '../../../scenario/path.ts';
import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { ceilingOf } from '../../lesson-parts/ceiling-of.ts';
import { claimBorder } from '../../lesson-parts/claim-border.ts';
import { hundredthGray } from '../../lesson-parts/dose-words.ts';
import { percentOf } from '../../lesson-parts/percent-of.ts';
import type { Answer, Finding, LessonStep, LessonTools, Picture } from '../../lessons/definition.ts';
import { SIGMA_SLIDER, uncertainTrial, withSpread } from './uncertain-trial.ts';

/** Patients an arm along the curve. */
const SIZES = [20, 50, 100, 165, 300];

/** Assurance with the claim true by size, below its ceiling. */
function sizePicture(tools: LessonTools, ceiling: number): Picture {
  const trial = uncertainTrial(tools);
  const outlookOf = createExactAssurance(trial);
  return {
    title: 'Success with the claim true, by size',
    x: { label: 'Patients an arm', unit: '' },
    y: { label: 'Probability', unit: '%' },
    series: [
      {
        name: 'assurance, claim true',
        points: SIZES.map((size) => {
          const sized = resizedTrial(trial, withValues(trial.scenario, [['design.perArm', size]]));
          return [size, 100 * outlookOf(sized).successAndTrue!] as const;
        }),
      },
    ],
    marks: [{ axis: 'y', value: 100 * ceiling, label: 'ceiling' }],
  };
}

export const ceiling: LessonStep = {
  shown: {
    title: 'The ceiling',
    paragraphs: [
      'A trial that is right can succeed only where its claim is *true*. With 5 × 6 Gy and a margin of 7 points the claim is true where α/β lies below about 5.7 Gy.',
      'So there is a *ceiling*: the probability that the claim is true. With ever more patients, the assurance with the claim true rises to it, and no further. Remember that the law of α/β has its median at 4.9 Gy, and 95 % between 2.0 and 11.8 Gy.',
    ],
    question: 'How high is the ceiling?',
    prediction: { kind: 'number', unit: '%', min: 0, max: 100, step: 1 },
    sliders: [SIGMA_SLIDER],
  },
  answer: (tools): Answer => {
    const trial = uncertainTrial(tools);
    const value = ceilingOf(trial);
    const border = claimBorder(trial, ALPHA_BETA, 0.5, 40)!;
    return {
      kind: 'number',
      value: 100 * value,
      words: percentOf(value),
      near: 5,
      sentence: `*${percentOf(value)}*: so much of the law lies below ${hundredthGray(border)}. In the other worlds the claim is false, and showing it would be an error.`,
      remarks: {
        near: 'Right: no number of patients changes what is true.',
        far: 'How much of the law lies below 5.7 Gy? Half of it lies below the median, 4.9 Gy.',
        mistakes: [
          {
            value: 100,
            within: 5,
            remark: 'More patients find out what is true; where the claim is false, they find that out.',
          },
          {
            value: 50,
            within: 5,
            remark:
              'Half of the law lies below the median, 4.9 Gy; the margin allows a little more than that.',
          },
        ],
      },
      picture: sizePicture(tools, value),
    };
  },
  play: ({ sigma }, tools): Finding => ({
    sentence: `With a spread of ${sigma.toFixed(2)} the ceiling is *${percentOf(ceilingOf(uncertainTrial(tools, withSpread(sigma))))}*.`,
  }),
};

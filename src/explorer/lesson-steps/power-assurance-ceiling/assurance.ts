import type { Assurance } from '../../../engine/result.ts';
import { withError } from '../../../report/numbers.ts';
import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { percentOf } from '../../lesson-parts/percent-of.ts';
import { powerAt } from '../../lesson-parts/power-at.ts';
import type { Answer, Finding, LessonStep, Table } from '../../lessons/definition.ts';
import {
  exactOutlook,
  MEDIAN_GY,
  PATIENTS_SLIDER,
  SCENARIO,
  SIGMA_SLIDER,
  uncertainTrial,
  withSpread,
} from './uncertain-trial.ts';

const WORLDS = 300;

/** Power at two values of α/β beside the assurance. */
const answersTable = (equal: number, median: number, found: Assurance): Table => ({
  caption: 'One trial, three answers',
  columns: ['What', 'Exact', 'Simulated'],
  rows: [
    ['Power if α/β is 4 Gy', percentOf(equal), '–'],
    [`Power if α/β is ${MEDIAN_GY} Gy`, percentOf(median), '–'],
    ['Assurance', percentOf(found.exact!), withError(found)],
  ],
});

export const assurance: LessonStep = {
  shown: {
    title: 'From power to assurance',
    paragraphs: [
      'A trial of *165 patients an arm* is to show that 5 × 6 Gy controls at most 7 points less than 25 × 2 Gy. Its *power* is 80 % if α/β is 4 Gy, and about 31 % if it is 4.9 Gy.',
      'We do not know α/β. Suppose that our doubt is a log-normal law around *4.9 Gy* with 95 % between 2.0 and 11.8 Gy. The *assurance* is the probability that the trial succeeds, all that taken together: the mean of its power over the law.',
    ],
    question: 'What is the assurance?',
    prediction: { kind: 'number', unit: '%', min: 0, max: 100, step: 1 },
    sliders: [PATIENTS_SLIDER, SIGMA_SLIDER],
  },
  answer: async (tools): Promise<Answer> => {
    const { assurance: found } = await tools.run(tools.files.scenario(SCENARIO), {
      truths: {},
      'simulation.replicates': 100,
      'simulation.worlds': WORLDS,
    });
    const exact = found!.exact!;
    const trial = uncertainTrial(tools);
    const [equal, median] = [4, MEDIAN_GY].map((own) => powerAt(trial, ALPHA_BETA, own));
    return {
      kind: 'number',
      value: 100 * exact,
      words: percentOf(exact),
      near: 6,
      sentence: `*${percentOf(exact)}* exactly, and ${withError(found!)} from ${WORLDS} simulated worlds.`,
      remarks: {
        near: 'Right: low values of α/β make success nearly certain, high ones impossible, and the mean lies in between.',
        far: 'Some of the law lies where power is near 100 %, some where it is near 0 %.',
        mistakes: [
          {
            value: 100 * equal,
            within: 6,
            remark: 'That is the power if the schedules are equal. The law holds much that is worse.',
          },
          {
            value: 100 * median,
            within: 4,
            remark:
              'That is the power at the *median* of α/β. The mean power is another thing: it is not the power at the middle.',
          },
        ],
      },
      table: answersTable(equal, median, found!),
    };
  },
  play: ({ patients, sigma }, tools): Finding => {
    const trial = uncertainTrial(tools, { 'design.perArm': patients, ...withSpread(sigma) });
    const power = powerAt(trial, ALPHA_BETA, MEDIAN_GY);
    return {
      sentence: `With ${patients} patients an arm, power at the median is ${percentOf(power)} and assurance *${percentOf(exactOutlook(trial).assurance)}*.`,
    };
  },
};

import { best, withError } from '../../../report/numbers.ts';
import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { percentOf } from '../../lesson-parts/percent-of.ts';
import { powerAt } from '../../lesson-parts/power-at.ts';
import { experimentalRate } from '../../lesson-parts/rate-law.ts';
import type { Answer, Finding, LessonStep } from '../../lessons/definition.ts';
import { plannedTrial, SCENARIO } from './planned-trial.ts';

const MEDIAN_GY = 4.9;
const REPLICATES = 400;

export const powerAtTheMedian: LessonStep = {
  shown: {
    title: 'Power at another α/β',
    paragraphs: [
      'The trial with 182 patients an arm has about *80 % power* if α/β is 4 Gy.',
      'In 14 sarcoma cell lines the median was *4.9 Gy* (Haas 2021); whether that holds in patients is not known. There 5 × 6 Gy has an EQD2 of 47.4 Gy, 2.6 Gy less than the control.',
    ],
    question: 'What is the power of the same trial if α/β is 4.9 Gy?',
    prediction: { kind: 'number', unit: '%', min: 0, max: 100, step: 1 },
    sliders: [{ id: 'alphaBetaGy', label: 'α/β', unit: 'Gy', min: 2, max: 12, step: 0.1, value: MEDIAN_GY }],
  },
  answer: async (tools): Promise<Answer> => {
    const { truths } = await tools.run(tools.files.scenario(SCENARIO), {
      truths: {},
      [ALPHA_BETA]: MEDIAN_GY,
      'simulation.replicates': REPLICATES,
    });
    const { power } = truths[0].operatingCharacteristics;
    const trial = plannedTrial(tools);
    const equal = powerAt(trial, ALPHA_BETA, 4);
    const rate = experimentalRate(trial, ALPHA_BETA, MEDIAN_GY);
    return {
      kind: 'number',
      value: 100 * best(power),
      words: percentOf(best(power)),
      near: 7,
      sentence: `*${percentOf(best(power))}* (${withError(power)} in ${REPLICATES} simulated trials), down from ${percentOf(equal)} at α/β 4 Gy: control after 5 × 6 Gy is ${percentOf(rate)} now, and half of the margin is used up.`,
      remarks: {
        near: 'Right: 2.6 Gy cost half the margin, and that costs most of the power.',
        far: 'The distance to the margin has about halved, from 7 points to 3.5. Power falls much faster than that.',
        mistakes: [
          {
            value: 100 * equal,
            within: 6,
            remark: 'That is the power at α/β 4 Gy. A little less dose takes much of the margin.',
          },
        ],
      },
    };
  },
  play: ({ alphaBetaGy }, tools): Finding => {
    const trial = plannedTrial(tools);
    const rate = experimentalRate(trial, ALPHA_BETA, alphaBetaGy);
    return {
      sentence: `At α/β ${alphaBetaGy.toFixed(1)} Gy, control after 5 × 6 Gy is ${percentOf(rate)} and power *${percentOf(powerAt(trial, ALPHA_BETA, alphaBetaGy))}*.`,
    };
  },
};

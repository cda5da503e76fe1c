import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { countSpread, inflation } from '../../lesson-parts/count-spread.ts';
import { alphaBetaLaw, rateLaw } from '../../lesson-parts/rate-law.ts';
import { sampleVariance } from '../../lesson-parts/sample-variance.ts';
import { countsOfWorlds } from '../../lesson-parts/simulated-counts.ts';
import type { Answer, Finding, LessonStep } from '../../lessons/definition.ts';
import { countPicture } from './count-picture.ts';
import { MEDIAN_GY, PATIENTS, ratesAt, SIGMA, SIGMA_SLIDER, STEEP, trialAt } from './spread-of-counts.ts';

const WORLDS = 300;

export const oneUnknown: LessonStep = {
  shown: {
    title: 'One unknown for all',
    paragraphs: [
      'The same spread of α/β, read in another way: all patients are alike, but *we do not know* their α/β. It may be 2 Gy, it may be 11.8 Gy; in any one trial it is one value, the same for all 165.',
      'Again look at the count of patients controlled, over all trials that we think possible.',
    ],
    question: 'How many times as large as the binomial one is the variance of the count now?',
    prediction: { kind: 'number', unit: 'times', min: 1, max: 40, step: 1 },
    sliders: [
      { id: 'patients', label: 'Patients', unit: '', min: 20, max: 400, step: 5, value: PATIENTS },
      SIGMA_SLIDER,
    ],
  },
  answer: (tools): Answer => {
    const trial = trialAt(tools, STEEP);
    const rates = rateLaw(trial, ALPHA_BETA, alphaBetaLaw(MEDIAN_GY, SIGMA));
    const spread = countSpread(PATIENTS, rates);
    const value = inflation(spread);
    const { variance, standardError } = sampleVariance(countsOfWorlds(trial, WORLDS));
    const simulated = `${(variance / spread.binomial).toFixed(1)} ± ${(standardError / spread.binomial).toFixed(1)}`;
    return {
      kind: 'number',
      value,
      words: `${value.toFixed(1)} times`,
      near: 4,
      sentence: `*${value.toFixed(1)} times*. In ${WORLDS} simulated trials, each with an α/β of its own, it was ${simulated} times (one standard error).`,
      remarks: {
        near: 'Right: what all patients share does not average out among them.',
        far: 'The shared part of the variance grows with the *square* of the number of patients, chance only with the number.',
        mistakes: [
          {
            value: 1,
            within: 1,
            remark: 'That holds where patients differ. What all of them share does not average out.',
          },
        ],
      },
      picture: countPicture(PATIENTS, rates),
    };
  },
  play: ({ patients, sigma }, tools): Finding => {
    const rates = ratesAt(tools, STEEP, sigma);
    const spread = countSpread(patients, rates);
    return {
      sentence: `With ${patients} patients the variance is *${inflation(spread).toFixed(1)} times* the binomial one.`,
      picture: countPicture(patients, rates),
    };
  },
};

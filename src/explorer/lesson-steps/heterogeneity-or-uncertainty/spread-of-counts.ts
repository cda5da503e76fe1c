import type { Trial } from '../../../scenario/trial.ts';
import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { type CountSpread, countSpread } from '../../lesson-parts/count-spread.ts';
import { liveTrial } from '../../lesson-parts/live-trial.ts';
import { alphaBetaLaw, type RateLaw, rateLaw } from '../../lesson-parts/rate-law.ts';
import type { LessonTools } from '../../lessons/definition.ts';
import type { RangedNumber } from '../../ranged-number.ts';

/** The scenario whose experimental arm the lesson looks at. */
export const SCENARIO = 'sts-5x6-vs-25x2';
const GAMMA50 = 'truth.localControl.gamma50';
/** Patients an arm. */
export const PATIENTS = 165;
/** Median of α/β in Gy. */
export const MEDIAN_GY = 4.9;
/** Standard deviation of ln α/β. */
export const SIGMA = 0.45;
/** γ50 of a steep and of a shallow dose response. */
export const STEEP = 1.5;
export const SHALLOW = 0.36;

/** The scenario at a steepness, without its other truths. */
export const trialAt = (tools: LessonTools, gamma50: number): Trial =>
  liveTrial(tools, SCENARIO, { truths: {}, [GAMMA50]: gamma50, 'design.perArm': PATIENTS });

/** Rates of the experimental arm over the law of α/β. */
export const ratesAt = (tools: LessonTools, gamma50: number, sigma = SIGMA): RateLaw =>
  rateLaw(trialAt(tools, gamma50), ALPHA_BETA, alphaBetaLaw(MEDIAN_GY, sigma));

/** Spread of the count in the experimental arm. */
export const spreadAt = (tools: LessonTools, { gamma50 = STEEP, sigma = SIGMA }): CountSpread =>
  countSpread(PATIENTS, ratesAt(tools, gamma50, sigma));

/** Sliders that several steps have. */
export const SIGMA_SLIDER: RangedNumber = {
  id: 'sigma',
  label: 'Spread of α/β (standard deviation of its logarithm)',
  unit: '',
  min: 0.05,
  max: 0.8,
  step: 0.05,
  value: SIGMA,
};

export const GAMMA50_SLIDER: RangedNumber = {
  id: 'gamma50',
  label: 'Steepness of the dose response (γ50)',
  unit: '',
  min: 0.3,
  max: 2,
  step: 0.05,
  value: STEEP,
};

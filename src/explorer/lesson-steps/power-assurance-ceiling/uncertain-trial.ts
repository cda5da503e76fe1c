import { exactAssurance } from '../../../engine/exact-assurance.ts';
import type { Trial } from '../../../scenario/trial.ts';
import { ALPHA_BETA } from '../../lesson-parts/alpha-beta-path.ts';
import { liveTrial } from '../../lesson-parts/live-trial.ts';
import type { Changes, LessonTools } from '../../lessons/definition.ts';
import type { RangedNumber } from '../../ranged-number.ts';

/** The scenario that the lesson looks at. */
export const SCENARIO = 'sts-5x6-vs-25x2';
/** Patients an arm. */
export const PATIENTS = 165;
/** Median of α/β in Gy. */
export const MEDIAN_GY = 4.9;
/** Standard deviation of ln α/β. */
export const SIGMA = 0.45;

/** Changes that give α/β a law of uncertainty of another spread. */
export const withSpread = (sigma: number): Changes => ({
  uncertainty: { [ALPHA_BETA]: { logNormal: { median: MEDIAN_GY, sigma } } },
});

/** The trial with changes, without its other truths. */
export const uncertainTrial = (tools: LessonTools, changes: Changes = {}): Trial =>
  liveTrial(tools, SCENARIO, { truths: {}, ...changes });

/** Assurance, its part with the claim true, and ceiling, by quadrature. */
export interface ExactOutlook {
  readonly assurance: number;
  readonly successAndTrue: number;
  readonly ceiling: number;
}

/** The outlook of a trial. @throws RangeError if it has no exact assurance */
export function exactOutlook(trial: Trial): ExactOutlook {
  const { assurance, successAndTrue, ceiling } = exactAssurance(trial);
  if (assurance === undefined || successAndTrue === undefined || ceiling === undefined)
    throw new RangeError('invalid trial (must have exact assurance)');
  return { assurance, successAndTrue, ceiling };
}

/** Sliders that several steps have. */
export const PATIENTS_SLIDER: RangedNumber = {
  id: 'patients',
  label: 'Patients an arm',
  unit: '',
  min: 20,
  max: 300,
  step: 5,
  value: PATIENTS,
};

export const SIGMA_SLIDER: RangedNumber = {
  id: 'sigma',
  label: 'Doubt about α/β (standard deviation of its logarithm)',
  unit: '',
  min: 0.05,
  max: 0.8,
  step: 0.05,
  value: SIGMA,
};

import { binomialUpperTail } from '../../numeric/binomial-law.ts';
import { normalCdf } from '../../numeric/normal-cdf.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import { posteriorAbove } from '../../trial/beta-posterior.ts';
import { type DoseFindingName, doseFinding } from '../../trial/dose-finding/index.ts';
import { calibratedSkeleton } from '../../trial/ladder/calibrated-skeleton.ts';
import { exactLadder } from '../../trial/ladder/exact-ladder.ts';
import { intervalTable } from '../../trial/ladder/interval-answer.ts';
import { intervalBoundaries, intervalRates } from '../../trial/ladder/interval-boundaries.ts';
import { ladderState } from '../../trial/ladder/ladder-state.ts';
import { nearestLevel } from '../../trial/ladder/nearest-level.ts';
import { powerModel } from '../../trial/ladder/power-model.ts';
import { escalationProbability } from '../../trial/ladder/three-plus-three-escalation.ts';
import { anyReaches, dunnettBound, sharedCorrelation } from '../../trial/many-to-one/dunnett-bound.ts';
import type { Figures } from '../case-definition.ts';
import type { TrialCalculators, TrialInputs } from './trial-inputs.ts';

/** Values under a common name, numbered from 1. */
const numbered = (stem: string, values: readonly number[]): Figures =>
  Object.fromEntries(values.map((value, i) => [`${stem}${i + 1}`, value]));

/** Characteristics of a method of the registry by enumeration. */
function characteristics(name: DoseFindingName, given: object, { rates, target }: TrialInputs): Figures {
  const { parameters, create } = doseFinding[name];
  const found = exactLadder(create(parameters.parse(given), rates.length), rates, target)!;
  const { none, shareAboveRight, shareAboveTarget, mostlyAboveTarget } = found;
  return {
    ...numbered('recommended', found.recommended),
    ...numbered('patients', found.patients),
    ...numbered('toxicities', found.toxicities),
    none,
    shareAboveRight,
    shareAboveTarget,
    mostlyAboveTarget,
  };
}

function decisions({ target, groupSize, maximumSize, cutOff }: TrialInputs): Figures {
  const table = intervalTable({ target, groupSize, maximumSize, startLevel: 1, eliminationCutOff: cutOff });
  return Object.fromEntries(
    table.flatMap(({ patients, escalateAtMost, deescalateAtLeast, eliminateAtLeast }) => [
      [`upAtMost${patients}`, escalateAtMost],
      [`downAtLeast${patients}`, deescalateAtLeast],
      [`givenUpAtLeast${patients}`, eliminateAtLeast!],
    ]),
  );
}

function reassessment({
  target,
  skeleton,
  priorVariance,
  at,
  toxic,
  followUp,
  window,
}: TrialInputs): Figures {
  const patients = at.map((level, i) => ({
    level: level - 1,
    isToxic: toxic[i] === 1,
    followed: followUp === undefined ? 1 : Math.min(1, followUp[i] / window!),
  }));
  const state = ladderState(skeleton.length, patients, 1);
  const { mean, variance, rates } = powerModel(skeleton, priorVariance).posterior(state);
  return { level: nearestLevel(rates, target) + 1, mean, variance, ...numbered('rate', rates) };
}

/** Dose finding, and several arms against one control. */
export const ladderCalculators: TrialCalculators = {
  'interval boundaries': ({ target }) => ({ ...intervalBoundaries(intervalRates(target)) }),
  'decisions of an interval design': decisions,
  'continual reassessment': reassessment,
  '3+3 escalation': ({ rate }) => ({ probability: escalationProbability(rate) }),
  'characteristics of BOIN': (inputs) => {
    const { target, groupSize, maximumSize, cutOff } = inputs;
    return characteristics('boin', { target, groupSize, maximumSize, eliminationCutOff: cutOff }, inputs);
  },
  'characteristics of CRM': (inputs) => {
    const { target, skeleton, priorVariance, groupSize, maximumSize } = inputs;
    return characteristics('crm', { target, skeleton, priorVariance, groupSize, maximumSize }, inputs);
  },
  'characteristics of 3+3': (inputs) =>
    characteristics('threePlusThree', { sixAtRecommended: inputs.sixAtRecommended }, inputs),
  'calibrated skeleton': (inputs) => numbered('rate', calibratedSkeleton(inputs)),
  'few events': ({ rate, size, events }) => ({
    atLeastOne: binomialUpperTail(1, size, rate),
    above: posteriorAbove({ a: 0.5, b: 0.5 }, events, size, rate),
  }),
  'many to one': ({ arms, oneSidedAlpha, allocation }) => {
    const z = dunnettBound(arms, oneSidedAlpha, allocation);
    const unadjusted = anyReaches(-normalQuantile(oneSidedAlpha), arms, sharedCorrelation(allocation!));
    return { z, levelOfEach: normalCdf(-z), unadjusted };
  },
};

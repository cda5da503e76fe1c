import { findRoot } from '../../numeric/find-root.ts';
import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { inexactPower } from '../../scenario/inexact-counts.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { armCells, createTrial, type KnownTruth, slacks, type Trial } from '../../scenario/trial.ts';
import { exactDesign } from '../../trial/exact-design.ts';
import { scenarioAt } from '../scenario-at.ts';
import { defineTask } from './definition.ts';

/** What crosses 0: a claim's slack, the difference of the arms' rates, or power less its target. */
export type CrossingQuantity =
  | { readonly kind: 'slack'; readonly claim: number }
  | { readonly kind: 'rates'; readonly endpoint: EndpointName }
  | { readonly kind: 'power'; readonly target: number };

/** Where to look for a crossing: between two values of a path at which the signs differ. */
export interface CrossingInput {
  readonly scenario: Scenario;
  readonly path: string;
  /** Position of the truth. */
  readonly truth: number;
  readonly from: number;
  readonly to: number;
  readonly quantity: CrossingQuantity;
}

/** A smaller slack or difference is a rounding error of truths that lie exactly there. */
const ROUNDING = 1e-12;
export const withoutRounding = (value: number): number => (Math.abs(value) < ROUNDING ? 0 : value);

/** The experimental arm's rate of an endpoint less the control's. */
export function rateGap({ truth, rates }: KnownTruth, endpoint: EndpointName): number {
  const e = truth.endpoints.findIndex(({ definition }) => definition.name === endpoint);
  return withoutRounding(rates.arms[rates.arms.length - 1].rates[e] - rates.arms[0].rates[e]);
}

function crossedBy(trial: Trial, known: KnownTruth, quantity: CrossingQuantity): number {
  switch (quantity.kind) {
    case 'slack':
      return withoutRounding(slacks(trial, known)[quantity.claim]);
    case 'rates':
      return rateGap(known, quantity.endpoint);
    case 'power': {
      if (inexactPower(trial, known.truth).length > 0) throw new RangeError('power has no exact value');
      return exactDesign(trial.design, trial.matrices, armCells(trial, known))!.joint - quantity.target;
    }
  }
}

export const crossing = defineTask({
  summary: 'where, along a path of a scenario, a quantity of the population crosses a value',
  /** Undefined where a scenario between the two values cannot be, or the signs there do not differ. */
  run: ({ scenario, path, truth, from, to, quantity }: CrossingInput, onPiece): number | undefined => {
    try {
      return findRoot(
        (value) => {
          onPiece(0);
          const trial = createTrial(scenarioAt(scenario, path, value));
          return crossedBy(trial, trial.truth(truth), quantity);
        },
        from,
        to,
      );
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  },
});

import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import { slacks, type Trial } from '../../scenario/trial.ts';
import { rateGap, withoutRounding } from '../tasks/crossing.ts';
import { type CellQuantity, quantityKey } from './cell-quantity.ts';
import type { CellRun } from './cell-run.ts';

/** What tipping points need of a cell under one truth. */
export interface CellFacts {
  readonly truth: string;
  /** How far the truth lies inside each required claim. */
  readonly slacks: readonly number[];
  /** The experimental arm's rate less the control's, by endpoint; empty unless there are two arms. */
  readonly gaps: Readonly<Partial<Record<EndpointName, number>>>;
  /** Whether slacks and gaps come from quadrature. */
  readonly isExact: boolean;
  /** Quantities of the whole design by their name. */
  readonly whole: ReadonlyMap<string, CellQuantity['value']>;
}

const gapsOf = (trial: Trial, truth: number): CellFacts['gaps'] => {
  const known = trial.truth(truth);
  if (trial.arms.length !== 2) return {};
  return Object.fromEntries(
    known.truth.endpoints.map(({ definition: { name } }) => [name, rateGap(known, name)]),
  );
};

/** The facts of a cell, truth by truth. */
export function cellFacts({ trial }: CellRun, quantities: readonly CellQuantity[]): CellFacts[] {
  return trial.truthNames.map((truth, index): CellFacts => {
    const whole = quantities.filter((quantity) => quantity.truth === truth && quantity.of === '');
    const known = trial.truth(index);
    return {
      truth,
      slacks: slacks(trial, known).map(withoutRounding),
      gaps: gapsOf(trial, index),
      isExact: known.rates.exact,
      whole: new Map(whole.map(({ quantity, value }) => [quantity, value])),
    };
  });
}

/** Quantities by what tells them apart. */
export const byKey = (quantities: readonly CellQuantity[]): Map<string, CellQuantity> =>
  new Map(quantities.map((quantity) => [quantityKey(quantity), quantity]));

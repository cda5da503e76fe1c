import type { Scenario } from '../scenario/scenario-schema.ts';
import { jointPaths, truthNames, uncertainLaws } from '../scenario/truth-specs.ts';
import { armSizes } from '../trial/design.ts';

/** A piece of a run that one thread does by itself; its result depends on nothing but the scenario. */
export type Batch =
  /** Rates, power and type I error by enumeration, under one truth. */
  | { readonly kind: 'exact'; readonly truth: number }
  /** Replicates `from` … `to` − 1 of world 0 under one truth. */
  | { readonly kind: 'replicates'; readonly truth: number; readonly from: number; readonly to: number }
  /** Worlds `from` … `to` − 1, the first being 1. */
  | { readonly kind: 'worlds'; readonly from: number; readonly to: number }
  /** Assurance and ceiling by quadrature over the uncertainty. */
  | { readonly kind: 'assurance' }
  /** Some patients to look at. */
  | { readonly kind: 'patients' };

/** Patients that a batch of replicates aims at; a thread takes about 20 ms for them. */
const PATIENTS_PER_BATCH = 200_000;
export const WORLDS_PER_BATCH = 20;
/** Quadrature over the uncertainty reaches so many parameters. */
const MOST_UNCERTAIN_FOR_EXACT = 2;

/** Replicates a batch: a power of two, from the sizes alone. */
export function replicatesPerBatch(patientsPerReplicate: number): number {
  let size = 1;
  while (2 * size * patientsPerReplicate <= PATIENTS_PER_BATCH) size *= 2;
  return size;
}

const ranges = (from: number, to: number, size: number): { from: number; to: number }[] =>
  Array.from({ length: Math.ceil((to - from) / size) }, (_, i) => ({
    from: from + i * size,
    to: Math.min(to, from + (i + 1) * size),
  }));

/** Number of batches that {@link planBatches} would list, without listing them. */
export function countBatches(scenario: Scenario): number {
  const { replicates, worlds } = scenario.simulation;
  const perTruth = 1 + Math.ceil(replicates / replicatesPerBatch(patientsPerReplicate(scenario)));
  return 2 + truthNames(scenario).length * perTruth + Math.ceil(worlds! / WORLDS_PER_BATCH);
}

/** Patients of one simulated trial. */
export function patientsPerReplicate(scenario: Scenario): number {
  return armSizes(scenario.design, Object.keys(scenario.arms).length).reduce((a, b) => a + b, 0);
}

/** Whether quadrature over the uncertainty of the truth reaches it: few parameters, each with a law of its own. */
export function isIntegrable(scenario: Scenario): boolean {
  const { length } = uncertainLaws(scenario);
  return length > 0 && length <= MOST_UNCERTAIN_FOR_EXACT && jointPaths(scenario).length === 0;
}

/** The batches of a run, from the scenario alone, at fixed multiples. The longest single ones come first. */
export function planBatches(scenario: Scenario): Batch[] {
  const { replicates, worlds } = scenario.simulation;
  const size = replicatesPerBatch(patientsPerReplicate(scenario));
  const truths = truthNames(scenario).map((_, truth) => truth);
  const hasExactAssurance = worlds! > 0 && isIntegrable(scenario);
  return [
    ...(hasExactAssurance ? [{ kind: 'assurance' } as const] : []),
    ...truths.map((truth) => ({ kind: 'exact', truth }) as const),
    { kind: 'patients' },
    ...ranges(1, worlds! + 1, WORLDS_PER_BATCH).map((range) => ({ kind: 'worlds', ...range }) as const),
    ...truths.flatMap((truth) =>
      ranges(0, replicates, size).map((range) => ({ kind: 'replicates', truth, ...range }) as const),
    ),
  ];
}

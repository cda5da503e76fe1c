import { isNestable } from '../../engine/nested-successes.ts';
import { type Estimate, estimateProportion } from '../../numeric/monte-carlo.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { createTrial, slacks, type Trial } from '../../scenario/trial.ts';
import { isMixed } from '../../trial/exact-design.ts';
import type { RunTasks } from '../run-tasks.ts';
import { claimIsFalse } from './claim-is-false.ts';
import { findExactSize, NARROW, WIDE } from './find-exact-size.ts';
import { findSimulatedSize } from './find-simulated-size.ts';
import { levelScore } from './level-score.ts';
import type { CurvePoint, Found } from './size-result.ts';
import { atSize, type SizeScale, sizeScale } from './size-scale.ts';

/** Power of a scenario's design under one truth, in whatever size. */
export interface PowerFinder {
  readonly trial: Trial;
  readonly scale: SizeScale;
  readonly truth: number;
  /** Simulated over the scenario's replicates, the exact value beside where there is one; sizes rising. */
  curve(sizes: readonly number[]): Promise<CurvePoint[]>;
  /** Power as it stands: exact where it is, without error then, else simulated. */
  measure(): Promise<Estimate>;
  /** The size for a power. */
  find(target: number): Promise<Found>;
}

/** Patients that a task of simulation aims at. */
const PATIENTS_PER_TASK = 100_000;
/** Sizes that one task of enumeration takes. */
const SIZES_PER_TASK = 16;

const pieces = (from: number, to: number, size: number): [from: number, to: number][] =>
  Array.from({ length: Math.ceil((to - from) / size) }, (_, i) => [
    from + i * size,
    Math.min(to, from + (i + 1) * size),
  ]);

/** Finds power under the truth at a position in {@link Trial.truthNames}. */
export function createPowerFinder(scenario: Scenario, truth: number, runTasks: RunTasks): PowerFinder {
  const trial = createTrial(scenario);
  const scale = sizeScale(scenario);
  const arms = trial.design.sizes.length;
  const patientsOf = (size: number): number => (scale.path === 'design.perArm' ? arms * size : size);
  const perTask = (size: number): number => Math.max(50, Math.floor(PATIENTS_PER_TASK / patientsOf(size)));

  const exactAt = async (sizes: readonly number[]): Promise<number[] | undefined> => {
    const inputs = pieces(0, sizes.length, SIZES_PER_TASK).map(([from, to]) => ({
      scenario,
      truth,
      sizes: sizes.slice(from, to),
    }));
    const powers = await runTasks('powersAtSizes', inputs);
    return powers.every((part) => part !== undefined) ? powers.flat() : undefined;
  };

  const successesAt = async (size: number, from: number, to: number): Promise<number> => {
    const sized = atSize(scenario, scale, size);
    const inputs = pieces(from, to, perTask(size)).map(([first, last]) => ({
      scenario: sized,
      truth,
      from: first,
      to: last,
    }));
    return (await runTasks('successes', inputs)).reduce((a, b) => a + b, 0);
  };

  const simulated = async (sizes: readonly number[]): Promise<number[]> => {
    const { replicates } = scenario.simulation;
    if (!isNestable(trial)) {
      const counts: number[] = [];
      for (const size of sizes) counts.push(await successesAt(size, 0, replicates));
      return counts;
    }
    const inputs = pieces(0, replicates, perTask(sizes[sizes.length - 1])).map(([from, to]) => ({
      scenario,
      truth,
      sizes,
      from,
      to,
    }));
    const parts = await runTasks('nestedSuccesses', inputs);
    return sizes.map((_, s) => parts.reduce((sum, part) => sum + part[s], 0));
  };

  return {
    trial,
    scale,
    truth,
    measure: async () => {
      const exact = (await exactAt([scale.stated]))?.[0];
      if (exact !== undefined) return { estimate: exact, mcse: 0, exact };
      const [count] = await simulated([scale.stated]);
      return estimateProportion(count, scenario.simulation.replicates);
    },
    curve: async (sizes) => {
      const exact = await exactAt(sizes);
      const counts = await simulated(sizes);
      const { replicates } = scenario.simulation;
      return sizes.map((size, s) => ({ size, power: estimateProportion(counts[s], replicates, exact?.[s]) }));
    },
    find: async (target) => {
      const known = trial.truth(truth);
      if (slacks(trial, known).some((slack) => slack <= 0))
        return { kind: 'none', isCertain: true, reason: claimIsFalse(trial, known) };
      const isQuick = trial.design.claims.length === 1 && !isMixed(trial.design);
      const found = await findExactSize(exactAt, target, scale, isQuick ? WIDE : NARROW);
      return (
        found ??
        findSimulatedSize(successesAt, target, scale, scale.stated, levelScore(trial.design.claims[0]))
      );
    },
  };
}

/** Power of the design as it stands, without a look at other sizes. */
export async function statedPower({ curve, scale }: PowerFinder): Promise<Estimate> {
  const [{ power }] = await curve([scale.stated]);
  return power;
}

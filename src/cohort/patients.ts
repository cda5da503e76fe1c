import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { Columns } from '../radiobiology/endpoint-model.ts';
import type { SeedKey } from '../random/seed-key.ts';
import { fillUniforms, type Purpose, purpose } from '../random/stream.ts';
import { type Cohort, characteristicsBehind, scoresBehind } from './cohort.ts';

/** Samples patients of one arm, over and over, into the same columns. */
export interface PatientSampler {
  /** The columns that {@link sample} fills. */
  readonly columns: Columns;
  /** Fills the columns with the first `count` patients of a replicate; patient k has draw k of each stream. */
  sample(key: SeedKey, world: number, replicate: number, count: number): void;
}

/** One column's way to its values: its own stream, then its law, after mixing with the scores it is correlated with. */
interface ColumnPlan {
  readonly index: number;
  readonly purpose: Purpose;
  readonly scores: Float64Array;
  readonly values: Float64Array | undefined;
  readonly mixes: readonly number[];
}

/**
 * A sampler for the columns that models read, for the arm at `armPosition`, up to `capacity` patients.
 *
 * Streams are addressed by the arm's position and the characteristic, so patient k has the same draws under every
 * schedule, truth and sample size.
 */
export function createPatientSampler(
  cohort: Cohort,
  reads: readonly string[],
  armPosition: number,
  capacity: number,
): PatientSampler {
  const needed = characteristicsBehind(cohort, reads);
  const columns: Record<string, Float64Array> = {};
  const plans: ColumnPlan[] = [];
  const drawn = new Set<number>();
  cohort.characteristics.forEach(({ name, fixed }, index) => {
    if (!needed.includes(name)) return;
    columns[name] = new Float64Array(capacity);
    if (fixed !== undefined) columns[name].fill(fixed);
    else for (const j of scoresBehind(cohort, index)) drawn.add(j);
  });
  const scores = new Map<number, Float64Array>();
  for (const index of [...drawn].sort((a, b) => a - b)) {
    const { name } = cohort.characteristics[index];
    scores.set(index, new Float64Array(capacity));
    plans.push({
      index,
      purpose: purpose(`${armPosition}/${name}`),
      scores: scores.get(index)!,
      values: columns[name],
      mixes: scoresBehind(cohort, index),
    });
  }
  const derivesAlpha = reads.includes('alphaPerGy');
  if (derivesAlpha && !columns.alphaPerGy) columns.alphaPerGy = new Float64Array(capacity);
  return {
    columns,
    sample: (key, world, replicate, count) => {
      for (const plan of plans) drawColumn(cohort, plan, scores, key, world, replicate, count);
      if (derivesAlpha) cohort.parameterisation.fillAlphaPerGy(columns, columns.alphaPerGy, count);
    },
  };
}

function drawColumn(
  cohort: Cohort,
  plan: ColumnPlan,
  scores: ReadonlyMap<number, Float64Array>,
  key: SeedKey,
  world: number,
  replicate: number,
  count: number,
): void {
  const { index, values, mixes } = plan;
  const law = cohort.characteristics[index].law!;
  const own = plan.scores;
  fillUniforms(key, { world, replicate, purpose: plan.purpose }, own, count);
  const correlated = mixes.length > 1;
  if (values && !correlated) for (let i = 0; i < count; i++) values[i] = law.quantile(own[i]);
  if (!correlated && !mixedElsewhere(cohort, index)) return;
  for (let i = 0; i < count; i++) own[i] = normalQuantile(own[i]);
  if (!values || !correlated) return;
  const row = cohort.factor[index];
  for (let i = 0; i < count; i++) {
    let score = 0;
    for (const j of mixes) score += row[j] * scores.get(j)![i];
    values[i] = law.atNormalScore(score);
  }
}

/** Whether a later characteristic is correlated with this one. */
function mixedElsewhere(cohort: Cohort, index: number): boolean {
  return cohort.factor.some((row, i) => i > index && row[index] !== 0);
}

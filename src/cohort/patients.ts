import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { Columns } from '../radiobiology/endpoint-model.ts';
import type { SeedKey } from '../random/seed-key.ts';
import {
  type Characteristic,
  type Cohort,
  characteristicNames,
  characteristicsBehind,
  fillDerived,
  needsSubtype,
  scoresBehind,
  subtypeAt,
} from './cohort.ts';
import { SUBTYPE } from './cohort-shape.ts';
import { armStreams, type UniformSource, type UniformSources } from './uniform-source.ts';

/** Samples patients of one arm, over and over, into the same columns. */
export interface PatientSampler {
  /** The columns that {@link sample} fills. */
  readonly columns: Columns;
  /** Fills the columns with the first `count` patients of a replicate; patient k has draw k of each of the arm's streams. */
  sample(key: SeedKey, world: number, replicate: number, count: number): void;
}

/** One column's way to its values: its uniforms, then its law, after mixing with the scores it is correlated with. */
interface ColumnPlan {
  readonly index: number;
  readonly uniforms: UniformSource;
  readonly scores: Float64Array;
  readonly values: Float64Array | undefined;
  readonly mixes: readonly number[];
  /** Whether a later characteristic is correlated with this one. */
  readonly isMixedElsewhere: boolean;
  /** The characteristic by subtype; one where all subtypes share it. */
  readonly bySubtype: readonly Characteristic[];
}

/**
 * A sampler for the columns that models read, for the arm at `armPosition`, up to `capacity` patients.
 *
 * Streams are addressed by the arm's position and the characteristic, so patient k has the same draws under every
 * schedule, truth and sample size.
 *
 * @param sources of the uniforms of some characteristics, or of the subtype, in place of such streams
 */
export function createPatientSampler(
  cohort: Cohort,
  reads: readonly string[],
  armPosition: number,
  capacity: number,
  sources: UniformSources = {},
): PatientSampler {
  const uniformsOf = (name: string): UniformSource => sources[name] ?? armStreams(name);
  const columns: Record<string, Float64Array> = {};
  const drawn = drawnCharacteristics(cohort, reads, columns, capacity);
  const scores = new Map(drawn.map((index) => [index, new Float64Array(capacity)]));
  const names = characteristicNames(cohort);
  const plans = drawn.map(
    (index): ColumnPlan => ({
      index,
      uniforms: uniformsOf(names[index]),
      scores: scores.get(index)!,
      values: columns[names[index]],
      mixes: scoresBehind(cohort, index),
      isMixedElsewhere: cohort.factor.some((row, i) => i > index && row[index] !== 0),
      bySubtype: distinct(cohort, index),
    }),
  );
  const ofSubtype = uniformsOf(SUBTYPE);
  if (needsSubtype(cohort, reads)) columns[SUBTYPE] = new Float64Array(capacity);
  for (const name of reads) columns[name] ??= new Float64Array(capacity);
  return {
    columns,
    sample: (key, world, replicate, count) => {
      const subtype = columns[SUBTYPE];
      if (subtype) {
        ofSubtype.fill(key, { world, replicate }, armPosition, subtype, count);
        toPositions(cohort, subtype, count);
      }
      for (const plan of plans) {
        plan.uniforms.fill(key, { world, replicate }, armPosition, plan.scores, count);
        fillColumn(cohort, plan, scores, subtype, count);
      }
      fillDerived(cohort, reads, columns, count);
    },
  };
}

/** The characteristics by subtype, or one where all share it. */
function distinct({ subtypes }: Cohort, index: number): Characteristic[] {
  const all = subtypes.map(({ characteristics }) => characteristics[index]);
  return all.every((characteristic) => characteristic === all[0]) ? [all[0]] : all;
}

/** Indices of the characteristics whose uniforms are drawn; columns of those that are read are made, fixed ones filled. */
function drawnCharacteristics(
  cohort: Cohort,
  reads: readonly string[],
  columns: Record<string, Float64Array>,
  capacity: number,
): number[] {
  const needed = characteristicsBehind(cohort, reads);
  const drawn = new Set<number>();
  characteristicNames(cohort).forEach((name, index) => {
    if (!needed.includes(name)) return;
    columns[name] = new Float64Array(capacity);
    const own = distinct(cohort, index);
    if (own.length === 1 && own[0].fixed !== undefined) columns[name].fill(own[0].fixed);
    else for (const j of scoresBehind(cohort, index)) drawn.add(j);
  });
  return [...drawn].sort((a, b) => a - b);
}

/** Turns uniforms into positions of subtypes, in place. */
function toPositions({ subtypes }: Cohort, uniforms: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) uniforms[i] = subtypeAt(subtypes, uniforms[i]);
}

function fillColumn(
  cohort: Cohort,
  { index, scores: own, values, mixes, isMixedElsewhere, bySubtype }: ColumnPlan,
  scores: ReadonlyMap<number, Float64Array>,
  subtype: Float64Array | undefined,
  count: number,
): void {
  const isCorrelated = mixes.length > 1;
  const [first] = bySubtype;
  const at = (patient: number): Characteristic =>
    bySubtype.length === 1 ? first : bySubtype[subtype![patient]];
  if (values && !isCorrelated) {
    if (bySubtype.length === 1) for (let i = 0; i < count; i++) values[i] = first.law!.quantile(own[i]);
    else for (let i = 0; i < count; i++) values[i] = at(i).fixed ?? at(i).law!.quantile(own[i]);
  }
  if (!isCorrelated && !isMixedElsewhere) return;
  for (let i = 0; i < count; i++) own[i] = normalQuantile(own[i]);
  if (!values || !isCorrelated) return;
  const row = cohort.factor[index];
  for (let i = 0; i < count; i++) {
    let score = 0;
    for (const j of mixes) score += row[j] * scores.get(j)![i];
    values[i] = at(i).fixed ?? at(i).law!.atNormalScore(score);
  }
}

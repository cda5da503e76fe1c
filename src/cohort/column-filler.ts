import { addScaled } from '../numeric/columns/add-scaled.ts';
import { toNormalScores } from '../numeric/columns/normal-scores.ts';
import type { Columns } from '../radiobiology/endpoint-model.ts';
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

/** Turns patients' uniforms into their characteristics. */
export interface ColumnFiller {
  /** The columns that {@link fill} writes. */
  readonly columns: Columns;
  /** Names of the characteristics whose uniforms are needed. */
  readonly drawn: readonly string[];
  /** Writes the first `count` patients; their uniforms are lost. */
  fill(count: number): void;
}

/** One column's way to its values: its uniforms, then its law, after mixing with the scores it is correlated with. */
interface ColumnPlan {
  readonly index: number;
  /** Uniforms, which become normal scores where these are needed. */
  readonly scores: Float64Array;
  /** The same column where the characteristic is all that the scores are for. */
  readonly values: Float64Array | undefined;
  readonly mixes: readonly number[];
  /** Whether a later characteristic is correlated with this one. */
  readonly isMixedElsewhere: boolean;
  /** The characteristic by subtype; one where all subtypes share it. */
  readonly bySubtype: readonly Characteristic[];
}

/**
 * A filler for the columns that models read.
 *
 * @param uniformsOf the column where the uniforms of a characteristic, or of the subtype, will be
 * @param allocate makes a column
 */
export function createColumnFiller(
  cohort: Cohort,
  reads: readonly string[],
  uniformsOf: (name: string) => Float64Array,
  allocate: () => Float64Array,
): ColumnFiller {
  const columns: Record<string, Float64Array> = {};
  const behind = characteristicsBehind(cohort, reads);
  const indices = drawnCharacteristics(cohort, behind);
  const names = characteristicNames(cohort);
  const fixed = new Map<Float64Array, number>();
  names.forEach((name, index) => {
    const value = behind.includes(name) ? fixedValue(cohort, index) : undefined;
    if (value !== undefined) fixed.set((columns[name] = allocate()), value);
  });
  const scores = new Map(indices.map((index) => [index, uniformsOf(names[index])]));
  const plans = indices.map((index): ColumnPlan => {
    const [name, own, mixes] = [names[index], scores.get(index)!, scoresBehind(cohort, index)];
    const isMixedElsewhere = cohort.factor.some((row, i) => i > index && row[index] !== 0);
    const isRead = behind.includes(name);
    if (isRead) columns[name] = isMixedElsewhere || mixes.length > 1 ? allocate() : own;
    const values = isRead ? columns[name] : undefined;
    return { index, scores: own, values, mixes, isMixedElsewhere, bySubtype: distinct(cohort, index) };
  });
  const hasSubtype = needsSubtype(cohort, reads);
  if (hasSubtype) columns[SUBTYPE] = uniformsOf(SUBTYPE);
  for (const name of reads) columns[name] ??= allocate();
  return {
    columns,
    drawn: [...(hasSubtype ? [SUBTYPE] : []), ...indices.map((index) => names[index])],
    fill: (count) => {
      for (const [column, value] of fixed) column.fill(value, 0, count);
      const subtype = columns[SUBTYPE];
      if (subtype) toPositions(cohort, subtype, count);
      for (const plan of plans) fillColumn(cohort, plan, scores, subtype, count);
      fillDerived(cohort, reads, columns, count);
    },
  };
}

/** The characteristics by subtype, or one where all share it. */
function distinct({ subtypes }: Cohort, index: number): Characteristic[] {
  const all = subtypes.map(({ characteristics }) => characteristics[index]);
  return all.every((characteristic) => characteristic === all[0]) ? [all[0]] : all;
}

/** Indices of the characteristics whose uniforms are drawn: of those behind the columns that vary, all whose scores enter. */
function drawnCharacteristics(cohort: Cohort, behind: readonly string[]): number[] {
  const drawn = new Set<number>();
  characteristicNames(cohort).forEach((name, index) => {
    if (behind.includes(name) && fixedValue(cohort, index) === undefined)
      for (const j of scoresBehind(cohort, index)) drawn.add(j);
  });
  return [...drawn].sort((a, b) => a - b);
}

/** What all patients have of a characteristic; undefined where they differ. */
function fixedValue(cohort: Cohort, index: number): number | undefined {
  const own = distinct(cohort, index);
  return own.length === 1 ? own[0].fixed : undefined;
}

/** Turns uniforms into positions of subtypes, in place. */
function toPositions({ subtypes }: Cohort, uniforms: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) uniforms[i] = subtypeAt(subtypes, uniforms[i]);
}

/** Turns uniforms into a characteristic's values, and into normal scores where these are needed. */
function fillColumn(
  cohort: Cohort,
  { index, scores: own, values, mixes, isMixedElsewhere, bySubtype }: ColumnPlan,
  scores: ReadonlyMap<number, Float64Array>,
  subtype: Float64Array | undefined,
  count: number,
): void {
  const only = bySubtype.length === 1 ? bySubtype[0].law! : undefined;
  const at = (patient: number): Characteristic => bySubtype[subtype![patient]];
  const isByScore = mixes.length > 1 || only?.atNormalScores !== undefined;
  if (values && !isByScore) {
    if (values !== own) for (let i = 0; i < count; i++) values[i] = own[i];
    if (only?.quantiles) only.quantiles(values, count);
    else if (only) for (let i = 0; i < count; i++) values[i] = only.quantile(values[i]);
    else for (let i = 0; i < count; i++) values[i] = at(i).fixed ?? at(i).law!.quantile(values[i]);
  }
  if (!isByScore && !isMixedElsewhere) return;
  toNormalScores(own, count);
  if (!values || !isByScore) return;
  if (values !== own) {
    values.fill(0, 0, count);
    for (const j of mixes) addScaled(values, scores.get(j)!, cohort.factor[index][j], count);
  }
  if (only?.atNormalScores) only.atNormalScores(values, count);
  else if (only) for (let i = 0; i < count; i++) values[i] = only.atNormalScore(values[i]);
  else for (let i = 0; i < count; i++) values[i] = at(i).fixed ?? at(i).law!.atNormalScore(values[i]);
}

import { copulaFactor } from '../random/copula.ts';
import { createLaw, type LawSpec } from '../random/distribution-schema.ts';
import type { Distribution } from '../random/distributions/definition.ts';

import { type CohortSpec, SUBTYPE } from './cohort-shape.ts';
import {
  type LinearQuadraticColumn,
  linearQuadraticColumns,
  type Parameterisation,
} from './parameterisations/definition.ts';
import { parameterisations } from './parameterisations/index.ts';

/** A characteristic within a subtype: fixed, or varying by a law. */
export interface Characteristic {
  readonly name: string;
  readonly fixed?: number;
  readonly law?: Distribution;
}

/** A part of the cohort with laws of its own. */
export interface Subtype {
  readonly name: string;
  /** Share of the patients. */
  readonly weight: number;
  /** The same names in the same order in every subtype. */
  readonly characteristics: readonly Characteristic[];
}

/** The description of a patient group; patients are sampled from it. */
export interface Cohort {
  readonly parameterisation: Parameterisation;
  /** One where the cohort states none. */
  readonly subtypes: readonly Subtype[];
  /** Cholesky factor of the normal scores, rows and columns in the order of the characteristics. */
  readonly factor: readonly Float64Array[];
}

/** Whether a characteristic varies in some subtype; a fixed one is correlated with nothing. */
export function isVarying({ heterogeneity, subtypes }: CohortSpec, name: string): boolean {
  const own = Object.values(subtypes).map((subtype) => subtype.heterogeneity[name]);
  return [heterogeneity[name], ...own].some((spec) => typeof spec === 'object');
}

/** The cohort made last: worlds that leave the cohort alone share it, and the populations that hang on it. */
let latest: { readonly key: string; readonly cohort: Cohort } | undefined;

/** Makes the live cohort of a valid specification. */
export function createCohort(spec: CohortSpec): Cohort {
  const key = JSON.stringify(spec);
  if (latest?.key !== key) latest = { key, cohort: makeCohort(spec) };
  return latest.cohort;
}

function makeCohort(spec: CohortSpec): Cohort {
  const names = Object.keys(spec.heterogeneity);
  const stated = Object.entries(spec.subtypes);
  // Subtypes that leave a law alone share it, so that it is looked up once for all of them
  const shared = new Map(names.map((name) => [name, createCharacteristic(name, spec.heterogeneity[name])]));
  const subtypes = stated.map(
    ([name, { weight, heterogeneity }]): Subtype => ({
      name,
      weight,
      characteristics: names.map((own) =>
        heterogeneity[own] === undefined ? shared.get(own)! : createCharacteristic(own, heterogeneity[own]),
      ),
    }),
  );
  const varying = spec.correlation.filter(({ between }) => between.every((name) => isVarying(spec, name)));
  return {
    parameterisation: parameterisations[spec.parameterisation],
    subtypes:
      subtypes.length > 0 ? subtypes : [{ name: 'all', weight: 1, characteristics: [...shared.values()] }],
    factor: copulaFactor(names, varying),
  };
}

function createCharacteristic(name: string, value: unknown): Characteristic {
  return typeof value === 'number' ? { name, fixed: value } : { name, law: createLaw(value as LawSpec) };
}

/** The same cohort with a further characteristic, independent of the others. */
export function withCharacteristic(cohort: Cohort, characteristic: Characteristic): Cohort {
  const size = cohort.factor.length;
  const factor = cohort.factor.map((row) => Float64Array.from([...row, 0]));
  factor.push(Float64Array.from({ length: size + 1 }, (_, j) => (j === size ? 1 : 0)));
  return {
    ...cohort,
    subtypes: cohort.subtypes.map((subtype) => ({
      ...subtype,
      characteristics: [...subtype.characteristics, characteristic],
    })),
    factor,
  };
}

/** Names of the characteristics. */
export function characteristicNames({ subtypes }: Cohort): string[] {
  return subtypes[0].characteristics.map(({ name }) => name);
}

/** Level names of the categorical characteristics, and of the subtypes. */
export function levelsOf({ subtypes }: Cohort): Record<string, readonly string[]> {
  return Object.fromEntries([
    ...subtypes[0].characteristics.flatMap(({ name, law }) => (law?.levels ? [[name, law.levels]] : [])),
    ...(subtypes.length > 1 ? [[SUBTYPE, subtypes.map(({ name }) => name)] as const] : []),
  ]);
}

/** Whether a column is one of the linear-quadratic model, which a cohort may derive. */
export const isDerivable = (column: string): column is LinearQuadraticColumn =>
  (linearQuadraticColumns as readonly string[]).includes(column);

/** The characteristics behind columns that models read: α and α/β stand for what they are derived from. */
export function characteristicsBehind({ parameterisation }: Cohort, columns: readonly string[]): string[] {
  return [
    ...new Set(columns.flatMap((name) => (isDerivable(name) ? parameterisation.from[name] : [name]))),
  ].filter((name) => name !== SUBTYPE);
}

/** Indices of the characteristics whose normal scores enter the one at `index`, itself included. */
export function scoresBehind({ factor }: Cohort, index: number): number[] {
  return factor.map((_, j) => j).filter((j) => j <= index && factor[index][j] !== 0);
}

/** Position of the subtype of a patient whose uniform is `u` in (0, 1). */
export function subtypeAt(subtypes: readonly Subtype[], u: number): number {
  let position = 0;
  let upTo = subtypes[0].weight;
  while (u > upTo && position < subtypes.length - 1) upTo += subtypes[++position].weight;
  return position;
}

/** Whether the columns differ by subtype, or name it. */
export function needsSubtype(cohort: Cohort, columns: readonly string[]): boolean {
  if (cohort.subtypes.length < 2) return false;
  if (columns.includes(SUBTYPE)) return true;
  const [first, ...others] = cohort.subtypes;
  const behind = characteristicsBehind(cohort, columns);
  return first.characteristics.some(
    (characteristic, i) =>
      behind.includes(characteristic.name) &&
      others.some(({ characteristics }) => characteristics[i] !== characteristic),
  );
}

/** Writes the columns of the linear-quadratic model that are read and not stated. */
export function fillDerived(
  { parameterisation }: Cohort,
  reads: readonly string[],
  columns: Record<string, Float64Array>,
  count: number,
): void {
  if (reads.includes('alphaPerGy')) {
    columns.alphaPerGy ??= new Float64Array(count);
    parameterisation.fillAlphaPerGy(columns, columns.alphaPerGy, count);
  }
  if (reads.includes('alphaBetaGy') && parameterisation.fillAlphaBetaGy) {
    columns.alphaBetaGy ??= new Float64Array(count);
    parameterisation.fillAlphaBetaGy(columns, columns.alphaBetaGy, count);
  }
}

import { copulaFactor } from '../random/copula.ts';
import { createLaw, type LawSpec } from '../random/distribution-schema.ts';
import type { Distribution } from '../random/distributions/definition.ts';
import type { CohortSpec } from './cohort-schema.ts';
import type { Parameterisation } from './parameterisations/definition.ts';
import { parameterisations } from './parameterisations/index.ts';

/** A characteristic of a cohort: fixed, or varying by a law. */
export interface Characteristic {
  readonly name: string;
  readonly fixed?: number;
  readonly law?: Distribution;
}

/** The description of a patient group; patients are sampled from it. */
export interface Cohort {
  readonly parameterisation: Parameterisation;
  readonly characteristics: readonly Characteristic[];
  /** Cholesky factor of the normal scores, rows and columns in the order of the characteristics. */
  readonly factor: readonly Float64Array[];
}

/** Whether a characteristic varies; a fixed one is correlated with nothing. */
export function isVarying(spec: CohortSpec, name: string): boolean {
  return typeof spec.heterogeneity[name] === 'object';
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
  const characteristics = Object.entries(spec.heterogeneity).map(
    ([name, value]): Characteristic =>
      typeof value === 'number' ? { name, fixed: value } : { name, law: createLaw(value as LawSpec) },
  );
  const names = characteristics.map(({ name }) => name);
  const varying = spec.correlation.filter(({ between }) => between.every((name) => isVarying(spec, name)));
  return {
    parameterisation: parameterisations[spec.parameterisation],
    characteristics,
    factor: copulaFactor(names, varying),
  };
}

/** Median of a characteristic, or undefined where the cohort has none of that name. */
export function medianOf(cohort: Cohort, name: string): number | undefined {
  const characteristic = cohort.characteristics.find((c) => c.name === name);
  return characteristic?.fixed ?? characteristic?.law?.quantile(0.5);
}

/** Level names of the categorical characteristics. */
export function levelsOf(cohort: Cohort): Record<string, readonly string[]> {
  return Object.fromEntries(
    cohort.characteristics.flatMap(({ name, law }) => (law?.levels ? [[name, law.levels]] : [])),
  );
}

/** The characteristics behind columns that models read: α stands for what it is derived from. */
export function characteristicsBehind(cohort: Cohort, columns: readonly string[]): string[] {
  const { alphaFrom } = cohort.parameterisation;
  return [...new Set(columns.flatMap((name) => (name === 'alphaPerGy' ? alphaFrom : [name])))];
}

/** Indices of the characteristics whose normal scores enter the one at `index`, itself included. */
export function scoresBehind(cohort: Cohort, index: number): number[] {
  return cohort.characteristics.map((_, j) => j).filter((j) => j <= index && cohort.factor[index][j] !== 0);
}

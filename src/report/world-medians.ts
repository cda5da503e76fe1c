import { type Cohort, createCohort } from '../cohort/cohort.ts';
import { quantileOf } from '../cohort/column-quantile.ts';
import type { RunResult } from '../engine/result.ts';
import type { TruthSpec } from '../outcomes/truth-schema.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { truthWith, uncertainLaws, uncertainPaths, type WorldDraw } from '../scenario/truth-specs.ts';
import { type EquallyLikely, equallyLikely } from './equally-likely.ts';

const ALPHA_BETA = 'alphaBetaGy';
const COHORT_PATH = 'truth.cohort.';
/** Quantiles of a law that stand for it. */
const QUANTILES = 400;

type CohortSpec = TruthSpec['cohort'];

/** The cohort of a truth with α/β alone; undefined where α/β is not stated. */
export function alphaBetaCohort(spec: CohortSpec): Cohort | undefined {
  const { heterogeneity, subtypes } = spec;
  const own = (values: CohortSpec['heterogeneity']): CohortSpec['heterogeneity'] =>
    values[ALPHA_BETA] === undefined ? {} : { [ALPHA_BETA]: values[ALPHA_BETA] };
  if (heterogeneity[ALPHA_BETA] === undefined) return undefined;
  const parts = Object.entries(subtypes).map(([name, subtype]) => [
    name,
    { ...subtype, heterogeneity: own(subtype.heterogeneity) },
  ]);
  return createCohort({
    ...spec,
    heterogeneity: own(heterogeneity),
    subtypes: Object.fromEntries(parts),
    correlation: [],
  });
}

/** The median α/β in Gy over the patients of a truth with values of its own. */
function medianAt(scenario: Scenario, draw: WorldDraw): number {
  const { cohort } = truthWith(scenario, draw) as TruthSpec;
  return quantileOf(alphaBetaCohort(cohort)!, ALPHA_BETA, 0.5)!;
}

/** The median α/β over worlds, and what the values come from. */
export interface WorldMedians {
  readonly mediansGy: EquallyLikely;
  readonly from: 'law' | 'worlds';
}

/** Draws of what is uncertain of the cohort, equally likely: by the law of the one path, else the first worlds drawn. */
function cohortDraws({ scenario: { resolved }, worldsSummary }: RunResult): {
  readonly paths: readonly string[];
  readonly draws: readonly WorldDraw[];
  readonly from: WorldMedians['from'];
} {
  const paths = uncertainPaths(resolved).filter((path) => path.startsWith(COHORT_PATH));
  const laws = uncertainLaws(resolved).filter(({ path }) => paths.includes(path));
  if (paths.length === 1 && laws.length === 1) {
    const values = equallyLikely((p) => laws[0].law.quantile(p), QUANTILES);
    return { paths, draws: values.map((value) => [[paths[0], value]]), from: 'law' };
  }
  const worlds = paths.length === 0 ? [] : (worldsSummary?.first ?? []);
  const draws = worlds.map(({ values }) => paths.map((path) => [path, values[path]] as const));
  return { paths, draws, from: 'worlds' };
}

/** Whether it is told how the median α/β differs between worlds: no, where it may and fewer than two were drawn. */
export function isMedianTold(result: RunResult): boolean {
  const { paths, draws } = cohortDraws(result);
  return paths.length === 0 || draws.length > 1;
}

/**
 * The median α/β of the patients in equally likely worlds: by the law of the one path that it hangs on, else in the first
 * worlds that were drawn. Undefined where it is stated by no path, or the same in every world.
 */
export function worldMedians(result: RunResult): WorldMedians | undefined {
  const { resolved } = result.scenario;
  if (resolved.truth.cohort.heterogeneity[ALPHA_BETA] === undefined) return undefined;
  const { draws, from } = cohortDraws(result);
  const mediansGy = draws.map((draw) => medianAt(resolved, draw)).sort((a, b) => a - b);
  if (mediansGy.every((median) => median === mediansGy[0])) return undefined;
  return { mediansGy, from };
}

import { gaussLegendre } from '../numeric/gauss-legendre.ts';
import { createPiecewiseHazard, type PiecewiseHazard } from '../numeric/piecewise-hazard.ts';
import type { Columns } from '../radiobiology/endpoint-model.ts';
import type { CompetingSpec, HazardRatio } from './competing-schema.ts';

/** Hazards of one patient as multiples of the stated ones. */
export interface HazardFactors {
  readonly death: number;
  readonly metastasis: number;
}

/**
 * Death and metastasis of patients with the same hazards, beside local failure and independent of it; times in years from
 * surgery.
 */
export interface CompetingTimes {
  /** P(alive at a time). */
  survival(years: number): number;
  /** P(alive and free of metastasis at a time). */
  freeOfMetastasis(years: number): number;
  /** P(alive at a time, if nobody got a metastasis). */
  netSurvival(years: number): number;
  /** P(free of metastasis at a time, if nobody died). */
  netFreeOfMetastasis(years: number): number;
  /** P(metastasis by a time, before death). */
  metastasis(years: number): number;
  /** Law of the time of death, up to a time. */
  death(years: number): TimeMeasure;
  /** Law of the time of the first of death and metastasis, up to a time. */
  first(years: number): TimeMeasure;
}

/** Death and metastasis beside local failure: independent of it, or by characteristics that models of both read. */
export interface Competing {
  /** Characteristics that its hazards hang on. */
  readonly reads: readonly string[];
  /** Whether metastasis changes the hazard of death. */
  readonly changesAfterMetastasis: boolean;
  /** Writes the factors on the hazards of the first `count` patients. */
  fillFactors(patients: Columns, death: Float64Array, metastasis: Float64Array, count: number): void;
  /** Time of the metastasis of a patient whose uniform is `u` in (0, 1). */
  metastasisTimeYears(u: number, factor: number): number;
  /** Time of death of a patient whose uniform is `u` in (0, 1), with metastasis at a time. */
  deathTimeYears(u: number, metastasisYears: number, factor: number): number;
  /** The laws of patients with these factors. */
  of(factors: HazardFactors): CompetingTimes;
}

const RULE = gaussLegendre(16);
/** Longest panel of the quadrature, in years. */
const PANEL_YEARS = 0.5;

/** A law of time as nodes of a quadrature: E[g(T); T ≤ t] is Σ weight·density·g(time). */
export interface TimeMeasure {
  readonly times: Float64Array;
  readonly weights: Float64Array;
  readonly densities: Float64Array;
}

/** E[g(T); T ≤ t] over the time T of a measure. */
export function meanOver({ times, weights, densities }: TimeMeasure, g: (time: number) => number): number {
  let sum = 0;
  for (let k = 0; k < times.length; k++) sum += weights[k] * (densities[k] * g(times[k]));
  return sum;
}

/** Visits the nodes of Gauss–Legendre rules on panels of half a year from 0 to a time, cut where a hazard steps. */
function visitNodes(
  until: number,
  breaks: readonly number[],
  visit: (time: number, weight: number) => void,
): void {
  let from = 0;
  for (const to of [...breaks, until]) {
    const end = Math.min(to, until);
    if (!(end > from)) continue;
    const panels = Math.ceil((end - from) / PANEL_YEARS);
    const half = (end - from) / panels / 2;
    for (let panel = 0; panel < panels; panel++) {
      const middle = from + (2 * panel + 1) * half;
      for (let k = 0; k < RULE.nodes.length; k++)
        visit(middle + half * RULE.nodes[k], half * RULE.weights[k]);
    }
    from = end;
  }
}

/** ∫ f from 0 to a time. */
function integrate(f: (time: number) => number, until: number, breaks: readonly number[]): number {
  let sum = 0;
  visitNodes(until, breaks, (time, weight) => {
    sum += weight * f(time);
  });
  return sum;
}

/** The law with a density, up to a time. */
function measureUntil(
  density: (time: number) => number,
  until: number,
  breaks: readonly number[],
): TimeMeasure {
  const [times, weights]: number[][] = [[], []];
  visitNodes(until, breaks, (time, weight) => {
    times.push(time);
    weights.push(weight);
  });
  return {
    times: Float64Array.from(times),
    weights: Float64Array.from(weights),
    densities: Float64Array.from(times, density),
  };
}

function hazardOf(spec: CompetingSpec['deathPerYear'], factor = 1): PiecewiseHazard {
  return createPiecewiseHazard(
    typeof spec === 'number'
      ? [{ rate: factor * spec }]
      : spec.map(({ untilYears, perYear }) => ({ until: untilYears, rate: factor * perYear })),
  );
}

/** The laws of patients with these hazards. */
function competingTimes(
  death: PiecewiseHazard,
  metastasis: PiecewiseHazard,
  after: number | undefined,
): CompetingTimes {
  const breaks = [...new Set([...death.breaks, ...metastasis.breaks])].sort((a, b) => a - b);
  // P(alive without metastasis) = exp(−∫(h_D + h_M))
  const freeOfMetastasis = (t: number): number => Math.exp(-death.cumulative(t) - metastasis.cumulative(t));
  /** P(alive with metastasis), where that changes the hazard of death. */
  const alivePastMetastasis = (t: number): number =>
    integrate((u) => metastasis.at(u) * freeOfMetastasis(u) * Math.exp(-after! * (t - u)), t, breaks);
  const survival = (t: number): number =>
    after === undefined ? Math.exp(-death.cumulative(t)) : freeOfMetastasis(t) + alivePastMetastasis(t);
  const deathDensity = (t: number): number =>
    after === undefined
      ? death.at(t) * Math.exp(-death.cumulative(t))
      : death.at(t) * freeOfMetastasis(t) + after * alivePastMetastasis(t);
  const byYears = (density: (t: number) => number) => {
    const memory = new Map<number, TimeMeasure>();
    return (years: number): TimeMeasure => {
      const found = memory.get(years) ?? measureUntil(density, years, breaks);
      memory.set(years, found);
      return found;
    };
  };
  return {
    survival,
    freeOfMetastasis,
    netSurvival: (years) => Math.exp(-death.cumulative(years)),
    netFreeOfMetastasis: (years) => Math.exp(-metastasis.cumulative(years)),
    metastasis: (years) => integrate((t) => metastasis.at(t) * freeOfMetastasis(t), years, breaks),
    death: byYears(deathDensity),
    first: byYears((t) => (death.at(t) + metastasis.at(t)) * freeOfMetastasis(t)),
  };
}

/** Adds ln HR·(x − from)/per of each patient. */
function addLogHazards(
  ratios: Readonly<Record<string, HazardRatio>>,
  patients: Columns,
  sum: Float64Array,
  count: number,
): void {
  for (const [name, ratio] of Object.entries(ratios)) {
    const { ratio: value, per, from } = typeof ratio === 'number' ? { ratio, per: 1, from: 0 } : ratio;
    const slope = Math.log(value) / per;
    const column = patients[name];
    for (let i = 0; i < count; i++) sum[i] += slope * (column[i] - from);
  }
}

/** Makes live competing events of a valid specification. */
export function createCompeting(spec: CompetingSpec): Competing {
  const death = hazardOf(spec.deathPerYear);
  const metastasis = hazardOf(spec.metastasisPerYear);
  const after = spec.deathAfterMetastasisPerYear;
  const [ofDeath, ofMetastasis] = [spec.hazardRatios?.death ?? {}, spec.hazardRatios?.metastasis ?? {}];
  const fill = (ratios: typeof ofDeath, patients: Columns, out: Float64Array, count: number): void => {
    out.fill(0, 0, count);
    addLogHazards(ratios, patients, out, count);
    for (let i = 0; i < count; i++) out[i] = Math.exp(out[i]);
  };
  return {
    reads: [...new Set([...Object.keys(ofDeath), ...Object.keys(ofMetastasis)])],
    changesAfterMetastasis: after !== undefined,
    fillFactors: (patients, deathFactors, metastasisFactors, count) => {
      fill(ofDeath, patients, deathFactors, count);
      fill(ofMetastasis, patients, metastasisFactors, count);
    },
    metastasisTimeYears: (u, factor) => metastasis.inverse(-Math.log(u) / factor),
    deathTimeYears: (u, metastasisYears, factor) => {
      const reached = -Math.log(u) / factor;
      const before = metastasisYears === Infinity ? Infinity : death.cumulative(metastasisYears);
      if (after === undefined || reached <= before) return death.inverse(reached);
      return after === 0 ? Infinity : metastasisYears + (reached - before) / after;
    },
    of: remembered((factors) =>
      competingTimes(
        hazardOf(spec.deathPerYear, factors.death),
        hazardOf(spec.metastasisPerYear, factors.metastasis),
        after === undefined ? undefined : after * factors.death,
      ),
    ),
  };
}

/** Laws that are kept: patients with the same factors share them. */
const MOST_KEPT = 64;

function remembered(
  make: (factors: HazardFactors) => CompetingTimes,
): (factors: HazardFactors) => CompetingTimes {
  const memory = new Map<string, CompetingTimes>();
  return (factors) => {
    const key = `${factors.death}/${factors.metastasis}`;
    const found = memory.get(key) ?? make(factors);
    if (memory.size >= MOST_KEPT) memory.clear();
    memory.set(key, found);
    return found;
  };
}

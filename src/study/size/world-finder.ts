import type { AssuranceResult } from '../../engine/batch-result.ts';
import { planBatches } from '../../engine/plan.ts';
import { type Estimate, estimateMeanProbability, estimateProportion } from '../../numeric/monte-carlo.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import type { RunTasks } from '../run-tasks.ts';
import type { WorldsAtSizes } from '../tasks/worlds-at-sizes.ts';
import { findExactSize, type Reach } from './find-exact-size.ts';
import type { Found, SizedAssurance, Target } from './size-result.ts';
import { type SizeScale, sizeScale } from './size-scale.ts';

/** What the worlds of a scenario make of several sizes. */
export interface WorldSurvey {
  /** The share of worlds in which the claim is true: no size buys past it. */
  readonly ceiling: Estimate;
  /** Sizes rising. */
  readonly rows: readonly SizedAssurance[];
}

/** Assurance of a scenario's design in whatever size. */
export interface WorldFinder {
  /** One pass over the worlds; sizes rising. */
  survey(sizes: readonly number[]): Promise<WorldSurvey>;
  /** The size for a target, beginning with what a survey saw. */
  find(target: Target, survey: WorldSurvey): Promise<Found>;
}

const WORLDS_PER_TASK = 50;
const SIZES_PER_TASK = 4;
const CONFIDENCE = 0.95;
/** Sizes that one pass over the drawn worlds looks at. */
const GRID = 16;
/** The search ends at so many times the stated size. */
const FARTHEST = 16;
/** Passes over the worlds that make a size finer. */
const MOST_PASSES = 4;
/** Sizes as far apart, as a share, are near enough. */
const FINE = 0.02;
/** Over many worlds the saws of exact power lie over each other: a few sizes around show all. */
const SLIM: Reach = { below: (size) => 0.98 * size - 3, above: (size) => 1.02 * size + 3 };

/** Finds assurance over the worlds of a scenario that has some. */
export function createWorldFinder(scenario: Scenario, runTasks: RunTasks): WorldFinder {
  const scale = sizeScale(scenario);
  const worlds = scenario.simulation.worlds!;
  const isIntegrable = planBatches(scenario).some(({ kind }) => kind === 'assurance');

  // Where power has no exact value, the ceiling has: it is the same in every size
  let ceilingAlone: AssuranceResult | undefined;
  const exactAt = async (sizes: readonly number[]): Promise<AssuranceResult[] | undefined> => {
    if (!isIntegrable) return undefined;
    if (ceilingAlone) return sizes.map(() => ceilingAlone!);
    const [first, ...others] = sizes;
    const [[ofFirst]] = await runTasks('assuranceAtSizes', [{ scenario, sizes: [first] }]);
    if (ofFirst.ceiling === undefined) return undefined;
    if (ofFirst.assurance === undefined) {
      ceilingAlone = ofFirst;
      return sizes.map(() => ofFirst);
    }
    const inputs = Array.from({ length: Math.ceil(others.length / SIZES_PER_TASK) }, (_, i) => ({
      scenario,
      sizes: others.slice(i * SIZES_PER_TASK, (i + 1) * SIZES_PER_TASK),
    }));
    return [ofFirst, ...(await runTasks('assuranceAtSizes', inputs)).flat()];
  };

  const drawnAt = async (sizes: readonly number[]): Promise<DrawnWorlds> => {
    const inputs = Array.from({ length: Math.ceil(worlds / WORLDS_PER_TASK) }, (_, i) => ({
      scenario,
      sizes,
      from: 1 + i * WORLDS_PER_TASK,
      to: Math.min(worlds + 1, 1 + (i + 1) * WORLDS_PER_TASK),
    }));
    return joinWorlds(await runTasks('worldsAtSizes', inputs), sizes.length, worlds);
  };

  const survey = async (sizes: readonly number[]): Promise<WorldSurvey> => {
    const exact = await exactAt(sizes);
    const { powers, isTrue } = await drawnAt(sizes);
    const rows = sizes.map((size, s): SizedAssurance => {
      const { assurance, successAndTrue } = exact?.[s] ?? {};
      const [whereTrue, whereFalse] = splitByTruth(powers[s], isTrue);
      const exactFalse =
        assurance === undefined || successAndTrue === undefined ? undefined : assurance - successAndTrue;
      return {
        size,
        assurance: estimateMeanProbability(powers[s], assurance),
        successAndTrue: estimateMeanProbability(whereTrue, successAndTrue),
        successAndFalse: estimateMeanProbability(whereFalse, exactFalse),
      };
    });
    const countTrue = isTrue.reduce((a, b) => a + b, 0);
    return { ceiling: estimateProportion(countTrue, worlds, exact?.[0]?.ceiling), rows };
  };

  const find = async ({ name, value }: Target, { ceiling, rows }: WorldSurvey): Promise<Found> => {
    const best = ({ exact, estimate }: Estimate): number => exact ?? estimate;
    // Success with the claim false may carry assurance past the ceiling, where few patients are enough for it
    const most = Math.max(best(ceiling), ...(name === 'assurance' ? rows.map((row) => best(row[name])) : []));
    if (value >= most) return { kind: 'none', isCertain: true, reason: ceilingReason(ceiling) };
    const valuesAt = async (sizes: readonly number[]): Promise<number[] | undefined> => {
      const found = await exactAt(sizes);
      const values = found?.map((result) => result[name]);
      return values?.every((one) => one !== undefined) ? values : undefined;
    };
    const exact = await findExactSize(valuesAt, value, scale, SLIM);
    const drawn = async (sizes: readonly number[]): Promise<Curve> =>
      curveOf((await survey(sizes)).rows, name);
    return exact ?? findOverDrawn(drawn, value, scale, curveOf(rows, name));
  };
  return { survey, find };
}

/** One probability over sizes. */
interface Curve {
  readonly sizes: readonly number[];
  readonly values: readonly Estimate[];
}

const curveOf = (rows: readonly SizedAssurance[], name: Target['name']): Curve => ({
  sizes: rows.map(({ size }) => size),
  values: rows.map((row) => row[name]),
});

const ceilingReason = ({ estimate, mcse, exact }: Estimate): string =>
  exact === undefined
    ? `the ceiling is ${(100 * estimate).toFixed(1)} ± ${(100 * mcse).toFixed(1)} %`
    : `the ceiling is ${(100 * exact).toFixed(1)} %`;

/** All drawn worlds. */
interface DrawnWorlds {
  readonly powers: readonly Float64Array[];
  readonly isTrue: Uint8Array;
}

function joinWorlds(parts: readonly WorldsAtSizes[], sizes: number, worlds: number): DrawnWorlds {
  const powers = Array.from({ length: sizes }, () => new Float64Array(worlds));
  const isTrue = new Uint8Array(worlds);
  let from = 0;
  for (const part of parts) {
    for (const [s, own] of part.powers.entries()) powers[s].set(own, from);
    isTrue.set(part.isTrue, from);
    from += part.isTrue.length;
  }
  return { powers, isTrue };
}

function splitByTruth(
  powers: Float64Array,
  isTrue: Uint8Array,
): [whereTrue: Float64Array, whereFalse: Float64Array] {
  return [
    powers.map((power, w) => (isTrue[w] === 1 ? power : 0)),
    powers.map((power, w) => (isTrue[w] === 1 ? 0 : power)),
  ];
}

/**
 * The size over drawn worlds: the same worlds in every size, so that what is found is one curve; its interval holds the
 * sizes at which the curve is within its standard errors of the target.
 */
async function findOverDrawn(
  curveAt: (sizes: readonly number[]) => Promise<Curve>,
  target: number,
  { stated, step, most }: SizeScale,
  first: Curve,
): Promise<Found> {
  const last = Math.floor(most / step) * step;
  const whole = (size: number): number => Math.min(last, Math.max(1, Math.round(size / step)) * step);
  let curve = first;
  if (crossings(curve, target).high < 0)
    curve = await curveAt(gridBetween(whole(stated), whole(FARTHEST * stated), whole));
  if (crossings(curve, target).high < 0) {
    const { sizes, values } = curve;
    const { estimate, mcse } = values[values.length - 1];
    const reached = `${(100 * estimate).toFixed(1)} ± ${(100 * mcse).toFixed(1)} %`;
    return {
      kind: 'none',
      isCertain: false,
      reason: `for certain up to ${sizes[sizes.length - 1]}, where it is ${reached}; more worlds would tell`,
    };
  }
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const { sizes } = curve;
    const finer = refined(curve, target, Math.max(step, whole(FINE * sizes[0])), whole);
    if (finer.every((size) => sizes.includes(size))) break;
    curve = await curveAt(finer);
  }
  const { low, middle, high } = crossings(curve, target);
  const { sizes, values } = curve;
  return {
    kind: 'simulated',
    estimate: sizes[middle],
    interval: [sizes[low], sizes[high]],
    confidence: CONFIDENCE,
    recommended: sizes[high],
    reached: values[high],
  };
}

/** Sizes around the three crossings of a curve, in the gaps before them that are wider than `fine`; the crossings among them. */
function refined(curve: Curve, target: number, fine: number, whole: (size: number) => number): number[] {
  const { low, middle, high } = crossings(curve, target);
  const { sizes } = curve;
  const around = [...new Set([low, middle < 0 ? high : middle, high])].flatMap((at) => {
    const [from, to] = [sizes[Math.max(0, at - 1)], sizes[at]];
    const gap = Math.max(fine, FINE * to);
    const count = Math.min(GRID / 3, Math.ceil((to - from) / gap));
    return Array.from({ length: count + 1 }, (_, i) => whole(from + ((to - from) * i) / Math.max(1, count)));
  });
  return [...new Set(around)].sort((a, b) => a - b);
}

/** Positions of the first sizes that may have reached a target, have, and have surely; −1 where none has. */
function crossings({ values }: Curve, target: number): { low: number; middle: number; high: number } {
  const score = normalQuantile((1 + CONFIDENCE) / 2);
  const from = (shift: number): number =>
    values.findIndex(({ estimate, mcse }) => estimate + shift * mcse >= target);
  return { low: from(score), middle: from(0), high: from(-score) };
}

/** Rising sizes from one to another, both among them: by equal ratios. */
function gridBetween(low: number, high: number, whole: (size: number) => number): number[] {
  const sizes = Array.from({ length: GRID }, (_, i) => {
    const share = i / (GRID - 1);
    return whole(low * Math.exp(share * Math.log(high / low)));
  });
  return [...new Set(sizes)];
}

import { characteristicsBehind } from '../cohort/cohort.ts';
import { exactPowerOf } from '../engine/exact-power-of.ts';
import type { RunResult } from '../engine/result.ts';
import { ImpossibleWorld } from '../scenario/impossible-world.ts';
import type { Trial } from '../scenario/trial.ts';
import { uncertainLaws } from '../scenario/truth-specs.ts';
import { trialOf } from '../study/trial-of.ts';
import { decidingEndpoints } from '../trial/design.ts';
import { type AssumedAlphaBeta, assumedAlphaBeta } from './assumed-alpha-beta.ts';
import { USUAL_POWER } from './usual-power.ts';

/** Power of the design at a median α/β of the patients. */
export interface PowerPoint {
  readonly medianGy: number;
  readonly power: number;
}

/** Power against the assumed median α/β, all else as planned. */
export interface PowerAtAlphaBeta {
  readonly curve: readonly PowerPoint[];
  readonly planned: PowerPoint;
  /** Medians in Gy at which power is {@link USUAL_POWER}, rising. */
  readonly crossingsGy: readonly number[];
  /** Middle 90 % of the medians by the stated uncertainty; absent where it is of another kind, or there is none. */
  readonly uncertainGy?: readonly [low: number, high: number];
}

const RANGE = { low: 1, high: 20 };
const POINTS = 15;
/** Each halves the step of the curve, a factor 1.24: to 0.4 % of the crossing, less than is shown of it. */
const CROSSING_STEPS = 6;
/** Characteristics of a law without atoms, behind local control, that a curve of populations can bear. */
const MOST_CONTINUOUS = 1;
/** Courses that patients of an arm may get, of which each has a dose of its own. */
const MOST_COURSES = 4;
/** More patients an arm than these make enumeration long where two endpoints decide. */
const MOST_OF_TWO = 500;

/** Whether α/β decides anything, and a curve of exact power costs little: by what is known before any of it is computed. */
function isWithinReach(result: RunResult, { design, truth }: Trial): boolean {
  const { endpoints, cohort } = truth(0).truth;
  const control = endpoints.find(({ definition }) => definition.name === 'localControl');
  const deciding = decidingEndpoints(design);
  if (!control?.reads.includes('alphaBetaGy') || !deciding.includes(control.definition)) return false;
  const behind = characteristicsBehind(cohort, control.reads);
  const continuous = cohort.subtypes[0].characteristics.filter(
    ({ name, law }) => behind.includes(name) && law && !law.atoms,
  ).length;
  const courses = Math.max(...control.arms.map(({ dose }) => dose.doses?.length ?? 0));
  const isSmall = deciding.length === 1 || Math.max(...design.sizes) <= MOST_OF_TWO;
  return (
    result.arms.length === 2 &&
    result.truths[0].operatingCharacteristics.power.exact !== undefined &&
    !design.sequential &&
    deciding.length <= 2 &&
    continuous <= MOST_CONTINUOUS &&
    courses <= MOST_COURSES &&
    isSmall
  );
}

/** Power at a value of the path; undefined where no truth has it, as an anchor is out of reach. */
function powerAt(trial: Trial, { path, medianGy }: AssumedAlphaBeta, value: number): PowerPoint | undefined {
  try {
    const power = exactPowerOf(trial, trial.truthInWorld([[path, value]]));
    return power === undefined ? undefined : { medianGy: medianGy(value), power };
  } catch (error) {
    if (error instanceof ImpossibleWorld) return undefined;
    throw error;
  }
}

/** The median between two values of the path at which power passes the usual one, by bisection of their logarithms. */
function crossingGy(
  trial: Trial,
  assumed: AssumedAlphaBeta,
  from: number,
  to: number,
  isAbove: boolean,
): number {
  let [low, high] = [from, to];
  for (let step = 0; step < CROSSING_STEPS; step++) {
    const middle = Math.sqrt(low * high);
    const at = powerAt(trial, assumed, middle);
    if (at && at.power >= USUAL_POWER === isAbove) low = middle;
    else high = middle;
  }
  return assumed.medianGy(Math.sqrt(low * high));
}

/** The values of the path along the curve: evenly spaced on a logarithmic scale, inside the law's limits, with the planned one. */
function valuesAlong({ limits: [least, most], planned }: AssumedAlphaBeta): number[] {
  const step = Math.log(RANGE.high / RANGE.low) / (POINTS - 1);
  const values = Array.from({ length: POINTS }, (_, i) => RANGE.low * Math.exp(i * step));
  const inside = values.filter((value) => value > least && value < most);
  return [...new Set([...inside, planned])].sort((a, b) => a - b);
}

/** Exact power at 15 assumed medians of α/β from 1 to 20 Gy, and at the planned one; undefined where α/β decides nothing, or it would take long. */
export function powerAtAlphaBeta(result: RunResult): PowerAtAlphaBeta | undefined {
  const assumed = assumedAlphaBeta(result);
  const trial = trialOf(result.scenario.resolved);
  if (!assumed || !isWithinReach(result, trial)) return undefined;
  const known = valuesAlong(assumed).flatMap((value) => {
    const point = powerAt(trial, assumed, value);
    return point ? [{ value, point }] : [];
  });
  const planned = known.find(({ value }) => value === assumed.planned)?.point;
  if (known.length < 2 || !planned) return undefined;
  const crossingsGy = known.slice(1).flatMap(({ value, point }, i) => {
    const before = known[i];
    const isAbove = before.point.power >= USUAL_POWER;
    return point.power >= USUAL_POWER === isAbove
      ? []
      : [crossingGy(trial, assumed, before.value, value, isAbove)];
  });
  const law = uncertainLaws(trial.scenario).find(({ path }) => path === assumed.path)?.law;
  return {
    curve: known.map(({ point }) => point),
    planned,
    crossingsGy,
    ...(law && { uncertainGy: [assumed.medianGy(law.quantile(0.05)), assumed.medianGy(law.quantile(0.95))] }),
  };
}

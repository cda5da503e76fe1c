import { createPatientSampler } from '../cohort/patients.ts';
import type { UniformSources } from '../cohort/uniform-source.ts';
import { createBlockColumns } from '../numeric/columns/block-columns.ts';
import { BLOCK } from '../numeric/columns/column-kernels.ts';
import type { Columns } from '../radiobiology/endpoint-model.ts';
import type { SeedKey } from '../random/seed-key.ts';
import type { Span } from '../random/stream-group.ts';
import type { ArmOutcomes } from './arm-outcomes.ts';
import { createCompetingSimulator } from './competing-simulator.ts';
import { createEndpointDraw, tail } from './endpoint-draw.ts';
import type { MarginShift } from './margin-shift.ts';
import type { Truth } from './truth.ts';

/** Simulates one arm patient by patient, replicate after replicate. */
export interface ArmSimulator {
  readonly outcomes: ArmOutcomes;
  /** The characteristics of the same patients that were to be shown. */
  readonly columns: Columns;
  /** Draws the first `count` patients of a replicate. */
  simulate(key: SeedKey, world: number, replicate: number, count: number): void;
}

/** What a trial wants of an arm beside its outcomes. */
export interface ArmOptions {
  /** Uniforms that the trial brings, beside those of the arm. */
  readonly sources?: UniformSources;
  /** Characteristics that are kept though no model may read them. */
  readonly shown?: readonly string[];
  /** Positions of endpoints whose times of failure are wanted at the margin too. */
  readonly timedAtMargin?: readonly number[];
}

/**
 * A simulator of the arm at `position` under a truth, for up to `capacity` patients.
 *
 * @param unevaluable probability in [0, 1) that a patient cannot be evaluated, independent of outcome
 * @param shifts by endpoint, what puts it at its margin; undefined leaves that out
 */
export function createArmSimulator(
  truth: Truth,
  position: number,
  capacity: number,
  unevaluable: number,
  shifts: readonly (MarginShift | undefined)[],
  { sources = {}, shown = [], timedAtMargin = [] }: ArmOptions = {},
): ArmSimulator {
  const { cohort, sources: ofArm } = truth.arms[position];
  const allocate = createBlockColumns();
  const kept = [...new Set([...shown, ...(truth.competing?.reads ?? [])])];
  const isInPart = (e: number): boolean => canBeInPart(truth, position, e, shifts[e]);
  const ofAll = truth.endpoints.flatMap(({ reads }, e) => (isInPart(e) ? [] : reads));
  const patients = createPatientSampler(cohort, [...new Set([...ofAll, ...kept])], position, capacity, {
    sources: { ...ofArm, ...sources },
    allocate,
  });
  const ofEvaluable = unevaluable === 0 ? undefined : patients.uniforms('outcome/evaluable');
  const draws = truth.endpoints.map((_, e) =>
    createEndpointDraw(truth, position, e, {
      patients,
      allocate,
      isInPart: isInPart(e),
      shift: shifts[e],
      wantsMarginTimes: timedAtMargin.includes(e),
    }),
  );
  const competing = truth.competing && createCompetingSimulator(truth.competing, position, capacity);
  const column = (isThere: unknown): Float64Array => new Float64Array(isThere ? capacity : 0);
  const outcomes: ArmOutcomes = {
    events: draws.map(() => new Uint8Array(capacity)),
    marginEvents: draws.map((_, e) => new Uint8Array(shifts[e] ? capacity : 0)),
    failureYears: truth.endpoints.map(({ latency }) => column(latency)),
    marginFailureYears: truth.endpoints.map(({ latency }, e) => column(latency && timedAtMargin.includes(e))),
    deathYears: competing?.deathYears ?? column(false),
    metastasisYears: competing?.metastasisYears ?? column(false),
    evaluable: new Uint8Array(capacity).fill(1),
    competing: competing?.counts ?? [],
  };
  const columns = Object.fromEntries(kept.map((name) => [name, new Float64Array(capacity)]));
  const simulateSpan = (key: SeedKey, world: number, replicate: number, span: Span): void => {
    const { from, size } = span;
    patients.draw(key, world, replicate, span);
    for (const draw of draws) draw.prepare(size);
    patients.fill(size);
    for (const draw of draws) draw.fill(outcomes, from, size);
    for (const name of kept) columns[name].set(patients.columns[name].subarray(0, size), from);
    if (!ofEvaluable) return;
    const evaluable = tail(outcomes.evaluable, from);
    for (let i = 0; i < size; i++) evaluable[i] = Number(ofEvaluable[i] >= unevaluable);
  };
  const simulate = (key: SeedKey, world: number, replicate: number, count: number): void => {
    for (let from = 0; from < count; from += BLOCK)
      simulateSpan(key, world, replicate, { from, size: Math.min(BLOCK, count - from), total: count });
    if (!competing) return;
    truth.endpoints.forEach(({ latency, atYears }, e) => {
      if (latency && atYears !== undefined)
        competing.simulate(key, world, replicate, columns, outcomes.failureYears[e], atYears, count);
    });
  };
  return { outcomes, columns, simulate };
}

/**
 * Whether an endpoint may be computed for a part of the patients: those whose hidden draws do not settle it alone, drawn
 * and at the margin.
 */
function canBeInPart(truth: Truth, position: number, e: number, shift: MarginShift | undefined): boolean {
  const { model, latency, arms } = truth.endpoints[e];
  if (!model.settled || truth.phi !== 0) return false;
  return !shift || (!latency && arms[position].oddsRatios.every((factor) => factor === 1));
}

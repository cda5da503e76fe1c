import { expit } from '../numeric/logit.ts';
import { eqd2 } from '../radiobiology/linear-quadratic.ts';
import type { WoundEvidence } from './evidence-row.ts';
import {
  fitWounds,
  totals,
  type WoundFit,
  type WoundRow,
  woundDeviance,
  woundDoses,
  woundHomogeneity,
} from './fit-wounds.ts';

/** The α/β in Gy of the wound at which slopes are set side by side. */
export const WOUND_ALPHA_BETA_GRID: readonly number[] = [1, 2, 3, 5, 7, 10, 15, 30, 1000];

/** Which uses enter a choice of studies. */
const uses = {
  strict: ['strict'],
  withAdded: ['strict', 'added'],
  withOther: ['strict', 'other'],
  all: ['strict', 'added', 'other'],
} as const;

/** Wound complications of one choice of studies. */
export interface WoundSet {
  /** Uses that are in: strict; strict and added; strict and other (the table without what was added to it); all. */
  readonly name: keyof typeof uses;
  readonly ids: readonly string[];
  /** Those of them that treated myxoid liposarcoma only. */
  readonly myxoidIds: readonly string[];
  readonly events: number;
  readonly patients: number;
  /** χ² of one common rate, and its degrees of freedom. */
  readonly homogeneity: number;
  readonly degreesOfFreedom: number;
  /** Null where the counts give no slope. */
  readonly fit: WoundFit | null;
  /** The same fit at other α/β of the wound. */
  readonly profile: readonly WoundFit[];
}

/** A study's wounds beside the fit to the first choice. */
export interface WoundStudy extends WoundEvidence {
  readonly id: string;
  readonly study: string;
  readonly schedule: string;
  readonly isMyxoid: boolean;
  /** EQD2 in Gy before surgery, at the wound's α/β. */
  readonly eqd2Gy: number;
  /** Null where there is no fit. */
  readonly predicted: number | null;
  readonly z: number | null;
}

/** What published wound complications say of dose. */
export interface WoundCalibration {
  readonly alphaBetaGy: number;
  readonly sets: readonly WoundSet[];
  readonly studies: readonly WoundStudy[];
  /** Difference of deviance between the worst and the best α/β of the grid, in the strict set; below 3.84 none is refused. */
  readonly alphaBetaSpread: number | null;
}

/** Fits wound complications at the wound's own α/β, with the strict definition first. */
export function calibrateWounds(rows: readonly WoundRow[], alphaBetaGy: number): WoundCalibration {
  const sets: WoundSet[] = [];
  for (const [name, allowed] of Object.entries(uses) as [WoundSet['name'], readonly string[]][]) {
    const chosen = rows.filter(({ wound }) => allowed.includes(wound.use));
    const isNew = !sets.some(({ ids }) => ids.join() === chosen.map(({ id }) => id).join());
    if (chosen.length > 0 && isNew) sets.push(summarise(name, chosen, alphaBetaGy));
  }
  const strict = sets.find(({ name }) => name === 'strict');
  const deviances = strict?.profile.map(({ deviance }) => deviance) ?? [];
  const alphaBetaSpread = deviances.length > 0 ? Math.max(...deviances) - Math.min(...deviances) : null;
  const fit = strict?.fit ?? null;
  return { alphaBetaGy, sets, studies: rows.map((row) => besideFit(row, alphaBetaGy, fit)), alphaBetaSpread };
}

function besideFit(row: WoundRow, alphaBetaGy: number, fit: WoundFit | null): WoundStudy {
  const { id, study, schedule, subtype, wound } = row;
  const [dose] = woundDoses([row], alphaBetaGy);
  const p = fit && expit(fit.intercept + fit.slopePer10Gy * dose);
  return {
    id,
    study,
    schedule: schedule.text,
    isMyxoid: subtype === 'myxoid',
    eqd2Gy: eqd2(schedule.preoperative!, alphaBetaGy),
    ...wound,
    predicted: p,
    // z = (o − p)/√(p(1 − p)/n)
    z: p && (wound.rate - p) / Math.sqrt((p * (1 - p)) / wound.size),
  };
}

function summarise(name: WoundSet['name'], rows: readonly WoundRow[], alphaBetaGy: number): WoundSet {
  const [events, patients] = totals(rows);
  return {
    name,
    ids: rows.map(({ id }) => id),
    myxoidIds: rows.filter(({ subtype }) => subtype === 'myxoid').map(({ id }) => id),
    events,
    patients,
    homogeneity: events > 0 && events < patients ? woundHomogeneity(rows) : 0,
    degreesOfFreedom: rows.length - 1,
    fit: fitWounds(rows, alphaBetaGy) ?? null,
    profile: WOUND_ALPHA_BETA_GRID.flatMap((x) => fitWounds(rows, x) ?? []),
  };
}

/** Log odds and slopes per 10 Gy beyond it have no prior probability. */
const PRIOR_LIMIT = 10;

/** ln posterior of intercept and slope of the strict studies, up to a constant: flat prior within ±10, tempered by φ. */
export function woundLogPosterior(
  rows: readonly WoundRow[],
  alphaBetaGy: number,
  overdispersion: number,
): (point: readonly number[]) => number {
  const doses = woundDoses(rows, alphaBetaGy);
  return ([intercept, slope]) =>
    Math.abs(intercept) > PRIOR_LIMIT || Math.abs(slope) > PRIOR_LIMIT
      ? -Infinity
      : -woundDeviance(rows, doses, intercept, slope) / (2 * overdispersion);
}

import { isSurgeryAlone } from './evidence-schedule.ts';
import type { ControlFit, ControlFitter } from './fit-control.ts';

/** The α/β in Gy at which the profile is computed; at 1000 the size of a fraction does not matter. */
export const ALPHA_BETA_GRID: readonly number[] = [0.5, 1, 1.5, 2, 3, 4, 4.9, 6, 8, 10, 15, 20, 30, 60, 1000];

/** 95 % point of χ² on one degree of freedom. */
export const CHI_SQUARED_95 = 3.841458820694124;

/** A range of the grid; null where it goes on beyond the grid's end. */
export interface AlphaBetaSet {
  readonly lowGy: number | null;
  readonly highGy: number | null;
}

/** A point of the profile: a fit with how much worse it is than the best. */
export interface ProfilePoint extends ControlFit {
  readonly excess: number;
}

/** The profile likelihood of α/β for some studies. */
export interface AlphaBetaProfile {
  readonly points: readonly ProfilePoint[];
  readonly bestGy: number;
  readonly minimum: number;
  /** φ = minimum/(irradiated studies − 1), at least 1: how much more the studies differ than binomial chance. */
  readonly overdispersion: number;
  /** α/β whose excess is below 3.84. */
  readonly set95: AlphaBetaSet;
  /** α/β whose excess is below 3.84·φ. */
  readonly adjustedSet95: AlphaBetaSet;
}

/** Profiles α/β over the grid: at each the other parameters are fitted anew. */
export function profileAlphaBeta(fitter: ControlFitter, included: readonly boolean[]): AlphaBetaProfile {
  const fits = ALPHA_BETA_GRID.map((alphaBetaGy) => fitter.fit(alphaBetaGy, included));
  const best = fits.reduce((a, b) => (b.objective < a.objective ? b : a));
  const studies = fitter.rows.filter(({ schedule }, i) => included[i] && !isSurgeryAlone(schedule)).length;
  const overdispersion = studies > 1 ? Math.max(1, best.objective / (studies - 1)) : 1;
  const points = fits.map((fit) => ({ ...fit, excess: fit.objective - best.objective }));
  return {
    points,
    bestGy: best.alphaBetaGy,
    minimum: best.objective,
    overdispersion,
    set95: setBelow(points, CHI_SQUARED_95),
    adjustedSet95: setBelow(points, CHI_SQUARED_95 * overdispersion),
  };
}

/** From the least to the greatest α/β whose excess is below a limit. */
function setBelow(points: readonly ProfilePoint[], limit: number): AlphaBetaSet {
  const inside = points.map(({ excess }) => excess <= limit);
  const [first, last] = [inside.indexOf(true), inside.lastIndexOf(true)];
  return {
    lowGy: first === 0 ? null : points[first].alphaBetaGy,
    highGy: last === points.length - 1 ? null : points[last].alphaBetaGy,
  };
}

/** What leaving one study out does to α/β. */
export interface LeftOut {
  readonly id: string;
  readonly bestGy: number;
  /** How much worse than the new best the former best has become; above 3.84 it lies outside the new 95 % set. */
  readonly excessAtFormerBest: number;
  readonly set95: AlphaBetaSet;
  readonly adjustedSet95: AlphaBetaSet;
}

/** The profile's summary without each included irradiated study in turn. */
export function leaveOneOut(
  fitter: ControlFitter,
  included: readonly boolean[],
  { bestGy: formerBestGy }: AlphaBetaProfile,
): LeftOut[] {
  return fitter.rows.flatMap(({ id, schedule }, left) => {
    if (!included[left] || isSurgeryAlone(schedule)) return [];
    const without = included.map((use, i) => use && i !== left);
    const { points, bestGy, set95, adjustedSet95 } = profileAlphaBeta(fitter, without);
    const { excess } = points.find(({ alphaBetaGy }) => alphaBetaGy === formerBestGy)!;
    return [{ id, bestGy, excessAtFormerBest: excess, set95, adjustedSet95 }];
  });
}

import { normalCdf } from '../numeric/normal-cdf.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import { scoreCritical } from './score-critical.ts';
import type { SurvivalCurve } from './survival-curve.ts';
import type { TestLevel } from './tests/definition.ts';

/** What a log-rank comparison of two arms meets, whatever their curves. */
export interface LogRankSetting {
  readonly controlCurve: SurvivalCurve;
  readonly experimentalCurve: SurvivalCurve;
  /** Share of the patients of either arm still followed so many years after entry, had they no event. */
  followed(years: number): number;
  /** The longest follow-up. */
  readonly longestYears: number;
  /** Experimental patients for each control patient. */
  readonly allocation: number;
  /** Hazard ratio to rule out: the margin, or 1. */
  readonly nullHazardRatio: number;
}

/** Moments of the log-rank score of one patient, of whichever arm. */
export interface LogRankMoments {
  /** Mean of the score, events of the experimental arm beyond those that the null expects: below 0 is better than the null. */
  readonly drift: number;
  /** Mean of the variance that the test estimates. */
  readonly information: number;
  /** The score’s variance in truth, given the sizes of the arms. */
  readonly variance: number;
  /** Probability of an observed event. */
  readonly eventProbability: number;
}

/** Cells of time; the midpoint sums are off by less than 1e-6 of their value for smooth curves, in tests. */
const CELLS = 4096;

/** Running sums of one arm. */
interface ArmSums {
  readonly share: number;
  /** 1 in the experimental arm. */
  readonly isExperimental: 0 | 1;
  readonly curve: SurvivalCurve;
  survival: number;
  mean: number;
  square: number;
  compensator: number;
}

/** One cell of time in one arm: who is at risk midway, and the cumulative hazard over it. */
interface ArmCell {
  readonly atRisk: number;
  readonly hazard: number;
}

const createSums = (isExperimental: 0 | 1, curve: SurvivalCurve, share: number): ArmSums => ({
  share,
  isExperimental,
  curve,
  survival: 1,
  mean: 0,
  square: 0,
  compensator: 0,
});

function nextCell(sums: ArmSums, end: number, followed: number): ArmCell {
  const next = sums.curve(end);
  const cell = {
    atRisk: followed * Math.sqrt(sums.survival * next),
    hazard: next > 0 ? Math.log(sums.survival / next) : 0,
  };
  sums.survival = next;
  return cell;
}

/** Adds a cell to the first two moments of one patient’s part of the score. */
function addCell(
  sums: ArmSums,
  { atRisk, hazard }: ArmCell,
  cell: Readonly<Record<'expected' | 'events' | 'total' | 'nullHazardRatio', number>>,
): void {
  // ψ = ∫ w dN − ∫ Y dQ: w = x − e, dQ = θ₀^x w dG/(π_c + θ₀π_e)
  const weight = sums.isExperimental - cell.expected;
  const ratio = sums.isExperimental ? cell.nullHazardRatio : 1;
  const compensator = (ratio * weight * cell.events) / cell.total;
  const drift = weight * hazard - compensator;
  const before = sums.compensator + compensator / 2;
  // E[ψ²] = ∫ P(at risk) (w² λ − 2 Q (wλ − q)) dt
  sums.mean += atRisk * drift;
  sums.square += atRisk * (weight * weight * hazard - 2 * before * drift);
  sums.compensator += compensator;
}

/**
 * Moments of the log-rank score at a null hazard ratio for any two curves, by sums over short cells of time: hazards need
 * not be proportional. The variance in truth holds where hazards depart from the null, as a robust variance does.
 *
 * @see Schoenfeld 1981, Biometrika 68:316 (mean and information); Lin & Wei 1989, J Am Stat Assoc 84:1074 (variance)
 */
export function logRankMoments(setting: LogRankSetting): LogRankMoments {
  const { followed, longestYears, allocation, nullHazardRatio } = setting;
  const arms = [
    createSums(0, setting.controlCurve, 1 / (1 + allocation)),
    createSums(1, setting.experimentalCurve, allocation / (1 + allocation)),
  ];
  let [drift, information, eventProbability] = [0, 0, 0];
  const width = longestYears / CELLS;
  for (let i = 0; i < CELLS; i++) {
    const share = followed((i + 0.5) * width);
    const cells = arms.map((sums) => nextCell(sums, (i + 1) * width, share));
    const [control, experimental] = cells.map(({ atRisk }, k) => arms[k].share * atRisk);
    const total = control + nullHazardRatio * experimental;
    if (!(total > 0)) break;
    // Share of the events that the null expects in the experimental arm
    const expected = (nullHazardRatio * experimental) / total;
    const events = control * cells[0].hazard + experimental * cells[1].hazard;
    eventProbability += events;
    // π_c π_e (λ_e − θ₀λ_c)/(π_c + θ₀π_e), and e (1 − e) dG
    drift += (control * experimental * (cells[1].hazard - nullHazardRatio * cells[0].hazard)) / total;
    information += expected * (1 - expected) * events;
    for (const k of [0, 1]) addCell(arms[k], cells[k], { expected, events, total, nullHazardRatio });
  }
  const variance = arms.reduce((sum, { share, mean, square }) => sum + share * (square - mean * mean), 0);
  return { drift, information, variance, eventProbability };
}

/** Power of the log-rank test with so many patients in all, its score taken for normal. */
export function logRankPower(
  { drift, information, variance }: LogRankMoments,
  total: number,
  level: TestLevel,
): number {
  // Φ((−μ √n − z_α √V)/σ)
  return normalCdf(
    (-drift * Math.sqrt(total) - scoreCritical(level) * Math.sqrt(information)) / Math.sqrt(variance),
  );
}

/**
 * Patients in all, unrounded, with whom the log-rank test has a power.
 *
 * @throws RangeError if the drift is not in favour of the claim: no number of patients will do
 */
export function logRankTotal(
  { drift, information, variance }: LogRankMoments,
  power: number,
  level: TestLevel,
): number {
  if (!(drift < 0))
    throw new RangeError('no sample size: the log-rank score does not drift towards the claim');
  const root =
    (scoreCritical(level) * Math.sqrt(information) + normalQuantile(power) * Math.sqrt(variance)) / -drift;
  return root > 0 ? root * root : 0;
}

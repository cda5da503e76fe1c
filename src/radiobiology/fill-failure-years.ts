import { changeAt } from '../numeric/columns/change-at.ts';
import { toExponentials } from '../numeric/columns/exponentials.ts';
import { toLogarithms } from '../numeric/columns/logarithms.ts';
import { toNormalScores } from '../numeric/columns/normal-scores.ts';
import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { Latency } from './latency.ts';

/** The least number with all its bits, from which on columns have logarithms. */
const LEAST = 2.2250738585072014e-308;

/** Positions of the patients whose shares are neither ∞ nor out of the ordinary. */
let ordinary = new Uint32Array(0);

/** The years by which a share has failed, whatever the share. */
function yearsOfShare(latency: Latency, share: number): number {
  // t = t₀ F^(1/k)
  if (latency.kind === 'proportionalHazards')
    return latency.atYears * Math.exp(Math.log(share) / latency.shape);
  return share < Infinity ? latency.medianYears * Math.exp(latency.sigma * normalQuantile(share)) : share;
}

/** The same of a column of shares from {@link LEAST} on, below 1 or, with proportional hazards, ∞. */
function toYears(latency: Latency, shares: Float64Array, count: number): void {
  if (latency.kind === 'proportionalHazards') {
    toLogarithms(shares, count);
    if (latency.shape !== 1) for (let i = 0; i < count; i++) shares[i] /= latency.shape;
    toExponentials(shares, count);
  } else {
    toNormalScores(shares, count);
    toExponentials(shares, count, 0, latency.sigma);
  }
  const unit = latency.kind === 'proportionalHazards' ? latency.atYears : latency.medianYears;
  for (let i = 0; i < count; i++) shares[i] *= unit;
}

/** Turns shares of the failures to come into the years by which they have failed, the inverse of F, in place; ∞ stays. */
function fillYearsOfShares(latency: Latency, shares: Float64Array, count: number): void {
  const most = latency.kind === 'proportionalHazards' ? Infinity : 1;
  if (count > ordinary.length) ordinary = new Uint32Array(2 * count);
  let found = 0;
  // Without a branch, which chance would make slow
  for (let i = 0; i < count; i++) {
    ordinary[found] = i;
    found += Number(shares[i] >= LEAST) & Number(shares[i] < most);
  }
  if (found === count) {
    toYears(latency, shares, count);
    return;
  }
  for (let i = 0; i < count; i++)
    if (!(shares[i] >= LEAST && (shares[i] < most || shares[i] === Infinity)))
      shares[i] = yearsOfShare(latency, shares[i]);
  changeAt(shares, ordinary, found, (packed, size) => toYears(latency, packed, size));
}

/**
 * Turns uniforms in (0, 1) of the first `count` patients into years from surgery to their failure, in place: of those not
 * controlled in the long run (with proportional hazards: at their time) and, where hazards never end, of the others after
 * it; ∞ for those who are cured.
 *
 * @param longRunControl π of each patient, in [0, 1], everything hidden given
 * @param isControlled 1 where the patient is controlled in the long run, or at the time of proportional hazards
 */
export function fillFailureYears(
  latency: Latency,
  longRunControl: Float64Array,
  isControlled: Uint8Array,
  uniforms: Float64Array,
  count: number,
): void {
  if (latency.kind === 'mixtureCure') {
    for (let i = 0; i < count; i++) if (isControlled[i] === 1) uniforms[i] = Infinity;
  } else {
    const areCured = latency.kind === 'promotionTime';
    fillLongRunShares(areCured, longRunControl, isControlled, uniforms, count);
  }
  fillYearsOfShares(latency, uniforms, count);
}

/** Where hazards never end all whose control is not certain fail, else those who are not controlled. */
function fillLongRunShares(
  areCured: boolean,
  longRunControl: Float64Array,
  isControlled: Uint8Array,
  uniforms: Float64Array,
  count: number,
): void {
  // Neighbours often have one probability
  let last = 1;
  let logControl = 0;
  for (let i = 0; i < count; i++) {
    const control = longRunControl[i];
    if (isControlled[i] === 1 && (areCured || control >= 1)) uniforms[i] = Infinity;
    else if (control < 1) {
      if (control !== last) {
        last = control;
        logControl = Math.log(control);
      }
      // S(t)/π = π^(F − 1) = u; P(T ≤ t | failure) = (1 − π^F)/(1 − π) = u, so F = ln(1 − u(1 − π))/ln π
      uniforms[i] =
        isControlled[i] === 1
          ? 1 + Math.log(uniforms[i]) / logControl
          : Math.log1p(-uniforms[i] * (1 - control)) / logControl;
    }
  }
}

/**
 * The same of patients whose control at an endpoint's time is stated, not in the long run: as under the long-run control
 * that leads there, as far as one does.
 *
 * @param shown F at the time, as `shareFailedBy` gives it; above 0
 * @param controlAtTime probability in [0, 1] of each patient's control at the time
 * @param isControlled 1 where the patient is controlled at the time
 */
export function fillFailureYearsAtMargin(
  latency: Latency,
  shown: number,
  controlAtTime: Float64Array,
  isControlled: Uint8Array,
  uniforms: Float64Array,
  count: number,
): void {
  if (latency.kind === 'mixtureCure') fillMixtureShares(shown, controlAtTime, isControlled, uniforms, count);
  else {
    const areCured = latency.kind === 'promotionTime';
    fillHazardShares(areCured, shown, controlAtTime, isControlled, uniforms, count);
  }
  fillYearsOfShares(latency, uniforms, count);
}

function fillMixtureShares(
  shown: number,
  controlAtTime: Float64Array,
  isControlled: Uint8Array,
  uniforms: Float64Array,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const u = uniforms[i];
    if (isControlled[i] === 0) uniforms[i] = u * shown;
    else {
      // P(failure later | control now) = (1 − F)·min(1, (1 − p)/F)/p
      const later = ((1 - shown) * Math.min(1, (1 - controlAtTime[i]) / shown)) / controlAtTime[i];
      uniforms[i] = u < later ? shown + (u / later) * (1 - shown) : Infinity;
    }
  }
}

function fillHazardShares(
  areCured: boolean,
  shown: number,
  controlAtTime: Float64Array,
  isControlled: Uint8Array,
  uniforms: Float64Array,
  count: number,
): void {
  let last = 1;
  let logControl = 0;
  for (let i = 0; i < count; i++) {
    const u = uniforms[i];
    const control = controlAtTime[i];
    if (control >= 1) {
      uniforms[i] = Infinity;
      continue;
    }
    if (control !== last) {
      last = control;
      logControl = Math.log(control);
    }
    // S(t) = p^(F(t)/F): before the time u(1 − p) has failed, after it u·p is left
    const left = isControlled[i] === 1 ? Math.log(u) + logControl : Math.log1p(-u * (1 - control));
    const share = (shown * left) / logControl;
    uniforms[i] = areCured && share >= 1 ? Infinity : share;
  }
}

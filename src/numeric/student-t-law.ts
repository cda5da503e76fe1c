import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { betaCdf } from './beta-law.ts';
import { normalCdf } from './normal-cdf.ts';

/** Scores nearer to 0 are taken from the middle of the law, which keeps more digits there than its tail. */
const MIDDLE = 2;

/**
 * Share of Student's t law above t.
 *
 * @see Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, ch. 28
 */
export function studentTSurvival(t: number, degreesOfFreedom: number): number {
  if (t < 0) return 1 - studentTSurvival(-t, degreesOfFreedom);
  const [square, half] = [t * t, degreesOfFreedom / 2];
  // P(T > t) = ½·I_{ν/(ν+t²)}(ν/2, ½) = ½·(1 − I_{t²/(ν+t²)}(½, ν/2))
  return t < MIDDLE
    ? 0.5 * (1 - betaCdf(square / (degreesOfFreedom + square), 0.5, half))
    : 0.5 * betaCdf(degreesOfFreedom / (degreesOfFreedom + square), half, 0.5);
}

/** asinh(t/√ν) of the quantile t of Student's t law at the normal score z: odd, and straighter than t in the tails. */
export function asinhStudentTQuantileAtScore(z: number, degreesOfFreedom: number): number {
  const half = degreesOfFreedom / 2;
  const tail = 2 * normalCdf(-Math.abs(z));
  let ratio: number;
  if (Math.abs(z) < MIDDLE) {
    const share = betaQuantile(1 - tail, 0.5, half);
    ratio = share / (1 - share);
  } else {
    const share = betaQuantile(tail, half, 0.5);
    ratio = (1 - share) / share;
  }
  // t²/ν = x/(1 − x), x ~ Beta(½, ν/2)
  return Math.sign(z) * Math.asinh(Math.sqrt(ratio));
}

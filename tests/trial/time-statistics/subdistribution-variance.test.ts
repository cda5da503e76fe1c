import { describe, expect, it } from 'vitest';
import { CENSORED, COMPETING, FAILURE, type TimeData } from '../../../src/trial/time-data.ts';
import { createSubdistributionTabulator } from '../../../src/trial/time-statistics/subdistribution-risk.ts';
import { subdistributionScoreVariance } from '../../../src/trial/time-statistics/subdistribution-variance.ts';
import { createRandomTimes } from '../../fixtures/random-times.ts';

/** Fine & Gray’s Σ (ηᵢ + ψᵢ)² of times without ties, patient by patient, as section 3.2 of the paper writes it. */
function naiveVariance({ size, years, status, arm }: TimeData, ratio: number): number {
  const patients = Array.from({ length: size }, (_, i) => i);
  const at = (kind: number) => patients.filter((i) => status[i] === kind);
  const followed = (time: number) => patients.filter((i) => years[i] >= time).length;
  /** G(t−) */
  const uncensored = (time: number): number =>
    at(CENSORED).reduce((g, i) => (years[i] < time ? g * (1 - 1 / followed(years[i])) : g), 1);
  const weight = (i: number, time: number): number => {
    if (years[i] >= time) return 1;
    return status[i] === COMPETING ? uncensored(time) / uncensored(years[i]) : 0;
  };
  const hazard = (i: number): number => (arm[i] === 1 ? ratio : 1);
  const atRisk = (time: number, which: readonly number[]): number =>
    which.reduce((sum, i) => sum + weight(i, time) * hazard(i), 0);
  const failures = at(FAILURE).map((i) => {
    const all = atRisk(years[i], patients);
    const share =
      atRisk(
        years[i],
        patients.filter((j) => arm[j] === 1),
      ) / all;
    return { time: years[i], share, step: 1 / all };
  });
  /** −∫ (z − p) w θᶻ dΛ from a time on, of one patient. */
  const lost = (i: number, from: number): number =>
    failures.reduce(
      (sum, { time, share, step }) =>
        time >= from ? sum - (arm[i] - share) * weight(i, time) * hazard(i) * step : sum,
      0,
    );
  const q = (u: number): number =>
    -at(COMPETING).reduce((sum, i) => (years[i] < u ? sum + lost(i, u) : sum), 0);
  const ofCensoring = at(CENSORED).map((i) => {
    const share = q(years[i]) / followed(years[i]);
    return { time: years[i], share, step: 1 / followed(years[i]) };
  });
  return patients.reduce((sum, i) => {
    const own = failures.find(({ time }) => status[i] === FAILURE && time === years[i]);
    const eta = lost(i, 0) + (own ? arm[i] - own.share : 0);
    const psi = ofCensoring.reduce((part, { time, share, step }) => {
      const isOwn = status[i] === CENSORED && time === years[i];
      return part + share * (Number(isOwn) - (years[i] >= time ? step : 0));
    }, 0);
    return sum + (eta + psi) * (eta + psi);
  }, 0);
}

describe('the variance of a subdistribution’s score', () => {
  it.each([
    [0.2, 0.15, 0.7],
    [0.2, 0, 1.4],
    [0.1, 0.4, 1],
  ])(
    'is the sum of squared influences at hazards %d and %d, at a ratio of %d',
    (failureHazard, competingHazard, ratio) => {
      const make = createRandomTimes({
        perArm: 25,
        failureHazard,
        hazardRatio: 1.5,
        competingHazard,
        followUpYears: 6,
        gridYears: 0,
      });
      for (const replicate of [0, 1, 2]) {
        const data = make(replicate);
        const risk = createSubdistributionTabulator()(data);
        const found = subdistributionScoreVariance(risk, ratio);
        expect(found / naiveVariance(data, ratio)).toBeCloseTo(1, 10);
      }
    },
  );
});

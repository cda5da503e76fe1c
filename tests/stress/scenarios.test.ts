import { describe, expect, it } from 'vitest';
import { stressedRun } from '../fixtures/stressed-run.ts';

const CONTROL = 'truth.localControl';
const looks = (block: string): string[] => [`design.interim.0.toxicityStop.${block}`];

describe('numbers that have no trial are refused at their place', () => {
  it.each<[name: string, set: string, reason: string]>([
    ['quick-start', 'design.perArm=1000000', 'invalid perArm: 1000000 (must be <= 10000)'],
    ['quick-start', `${CONTROL}.anchor.rate=0`, '0 is too small (must be above 0)'],
    ['quick-start', `${CONTROL}.anchor.rate=1`, '1 is too large (must be below 1)'],
    ['quick-start', `${CONTROL}.gamma50=1e6`, 'a slope of 1000000 is too steep (must be at most 100)'],
    ['quick-start', 'design.nonInferiority.margin=0', '0 is no margin'],
    [
      'quick-start',
      'design.nonInferiority.oneSidedAlpha=1e-13',
      '1e-13 is too small for a significance level',
    ],
    ['quick-start', 'design.nonInferiority.oneSidedAlpha=0.5', '0.5 is too large for a significance level'],
    [
      'chhip-60',
      'design.timeNonInferiority.margin.hazardRatio=1e300',
      '1e+300 is too large for a hazard ratio (must be at most 1000)',
    ],
    ['hyport-sts', looks('prior.a=1e300')[0], 'invalid a: 1e+300 (must be <= 1000000)'],
  ])('%s: %s', async (name, set, reason) => {
    const { refusal, faults } = await stressedRun(name, [set]);
    expect(refusal).toContain(`--set ${set}  ${reason}`);
    expect(faults).toEqual([]);
  });

  it.each<[name: string, set: string, place: string]>([
    // At a place of the file, where it is not the change alone
    ['quick-start', `${CONTROL}.anchor.rate=1e-9`, 'quick-start:16:3'],
    ['quick-start', `${CONTROL}.latency.logNormal.medianYears=100`, 'quick-start:16:3'],
    ['null-co-primary', `${CONTROL}.correlation=1`, 'null-co-primary:16:3'],
  ])('%s: %s, at %s', async (name, set, place) => {
    const { refusal, faults } = await stressedRun(name, [set]);
    expect(refusal).toMatch(new RegExp(`^${place}  `));
    expect(faults).toEqual([]);
  });
});

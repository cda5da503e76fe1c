import { describe, expect, it } from 'vitest';
import { stressedRun } from '../fixtures/stressed-run.ts';

const ALPHA_BETA = 'truth.cohort.heterogeneity.alphaBetaGy';
const CONTROL = 'truth.localControl';
const alike = (rate: number): string[] => [`${CONTROL}.control=${rate}`, `${CONTROL}.experimental=${rate}`];
const looks = (block: string): string[] => [`design.interim.0.toxicityStop.${block}`];

describe('extreme numbers that are legal give a result of possible numbers', () => {
  it.each<[string, ...string[]]>([
    ['quick-start', `${ALPHA_BETA}.logNormal.median=0.5`],
    ['quick-start', `${ALPHA_BETA}.logNormal.sigma=1000`],
    ['quick-start', 'arms.experimental.schedule=1 x 0.001 Gy'],
    ['quick-start', 'arms.experimental.schedule=1 x 60 Gy', `${CONTROL}.survival=linearQuadratic`],
    ['quick-start', 'design.perArm=1'],
    ['quick-start', 'design.perArm=2', 'design.unevaluable=0.99'],
    ['quick-start', `${CONTROL}.anchor.rate=0.999999999`],
    ['quick-start', `${CONTROL}.gamma50=0.01`],
    ['quick-start', 'design.nonInferiority.margin=1e-9'],
    ['quick-start', 'design.nonInferiority.margin=0.9'],
    ['quick-start', 'design.nonInferiority.oneSidedAlpha=1e-12'],
    ['quick-start', 'design.unevaluable=0.99'],
    ['quick-start', `${CONTROL}.latency.logNormal.medianYears=1e-9`],
    ['sts-5x6-vs-25x2', `${ALPHA_BETA}=40`],
    ['sts-log-rank', 'design.followUp={ afterLast: { years: 100 } }'],
    ['sts-log-rank', 'design.total=2'],
    ['sts-log-rank', 'design.lostToFollowUp={ probability: 0.999999999, byYears: 0.001 }'],
    ['sts-log-rank', ...alike(1)],
    ['sts-log-rank', ...alike(0.000000001)],
    ['hyport-adjuvant', 'design.accrual.perMonth=0.001'],
    ['competing-risks', 'truth.competing.deathPerYear=20'],
    ['competing-risks', 'truth.competing.deathPerYear=0', 'truth.competing.metastasisPerYear=0'],
    ['pace-b-centres', 'design.centres=2', `${CONTROL}.centreSd=5`],
    ['hyport-sts', ...looks('prior.a=1e-6')],
    ['hyport-sts', ...looks('prior.a=1e6')],
    ['hyport-sts', ...looks('looks=[120]')],
    ['hyport-sts', 'design.accrual.perMonth=1e6'],
    ['alpha-beta-precision', 'design.perArm=1'],
  ])('%s: %s %s', async (name, ...sets) => {
    const { refusal, faults } = await stressedRun(name, ['truths={}', ...sets]);
    expect(refusal).toBeUndefined();
    expect(faults).toEqual([]);
  });
});

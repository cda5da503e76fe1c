import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/engine/result.ts';
import { runExact } from '../../src/engine/run-exact.ts';
import { charts } from '../../src/report/charts/index.ts';
import { powerAtAlphaBeta } from '../../src/report/power-at-alpha-beta.ts';
import { withValues } from '../../src/scenario/path.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { makeResult, SINGLE_ARM, STATED_RATES, TWO_ARMS } from './make-result.ts';
import { replanned } from './replanned.ts';

const MEDIAN = 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median';
let twoArms: RunResult;
let singleArm: RunResult;
let statedRates: RunResult;

beforeAll(async () => {
  twoArms = await makeResult(TWO_ARMS, { 'simulation.replicates': 40, 'simulation.worlds': 20 });
  singleArm = await makeResult(SINGLE_ARM);
  statedRates = await makeResult(STATED_RATES);
});

const contentOf = (chart: string, result: RunResult) => charts[chart].content(result)!;
const titleOf = (chart: string, result: RunResult) => contentOf(chart, result).title;

describe('power by α/β', () => {
  it('is the exact power of the scenario with another median', () => {
    const { curve, planned } = powerAtAlphaBeta(twoArms)!;
    // 15 and the planned one
    expect(curve).toHaveLength(16);
    expect(curve).toContain(planned);
    expect(planned.power).toBeCloseTo(twoArms.truths[0].operatingCharacteristics.power.exact!, 12);
    const { resolved } = twoArms.scenario;
    for (const i of [0, 7, 14]) {
      const other = withValues(resolved, [[MEDIAN, Math.exp((i / 14) * Math.log(20))]]);
      const at = i < 8 ? i : i + 1;
      expect(curve[at].power).toBeCloseTo(runExact(createTrial(other), 0).success!.power, 10);
    }
  });

  it('finds where power falls below 80 %', () => {
    const larger = replanned(twoArms, { 'design.perArm': 250, uncertainty: {} });
    const { crossingsGy, uncertainGy } = powerAtAlphaBeta(larger)!;
    expect(crossingsGy).toHaveLength(1);
    expect(uncertainGy).toBeUndefined();
    // Found to 0.4 %; the limits of the law move the median by less than 0.2 % here
    const powers = [0.99, 1.01].map((share) => {
      const other = withValues(larger.scenario.resolved, [[MEDIAN, share * crossingsGy[0]]]);
      return runExact(createTrial(other), 0).success!.power;
    });
    expect(powers[0]).toBeGreaterThan(0.8);
    expect(powers[1]).toBeLessThan(0.8);
    expect(titleOf('power-by-alpha-beta', larger)).toMatch(/^Power falls below 80 % where α\/β is above \d/);
    expect(contentOf('power-by-alpha-beta', larger).data.band).toEqual([]);
  });

  it('reaches to a planned value outside its range, and says no less of it', () => {
    const low = replanned(twoArms, { [MEDIAN]: 0.8, uncertainty: {} });
    const { curve, planned } = powerAtAlphaBeta(low)!;
    expect(curve[0]).toBe(planned);
    const { medianGy } = contentOf('power-by-alpha-beta', low).data.planned[0];
    expect(contentOf('power-by-alpha-beta', low).params.xLow).toBe(medianGy);
  });

  it('draws no band that lies beside the axis', () => {
    const far = { [MEDIAN]: { logNormal: { median: 38, sigma: 0.02 } } };
    expect(contentOf('power-by-alpha-beta', replanned(twoArms, { uncertainty: far })).data.band).toEqual([]);
  });

  it('has the label of a high power below the point, on the side that a falling curve leaves free', () => {
    const large = replanned(twoArms, { 'design.perArm': 400, [MEDIAN]: 2.6, uncertainty: {} });
    const [row] = contentOf('power-by-alpha-beta', large).data.planned;
    expect(Number(row.power)).toBeGreaterThan(92);
    expect(row).toMatchObject({ isBelow: true, isLeft: true });
  });

  it('says so where power is never what is usual', () => {
    expect(titleOf('power-by-alpha-beta', twoArms)).toMatch(
      /^Power is less than 80 % at every α\/β from 1\.\d to 18\.\d Gy; as planned, at 4\.9 Gy, it is \d/,
    );
    expect(charts['power-by-alpha-beta'].content(singleArm)).toBeUndefined();
    expect(charts['power-by-alpha-beta'].content(statedRates)).toBeUndefined();
  });
});

describe('convergence', () => {
  it('ends at the power of the result, with the same standard error', () => {
    for (const result of [twoArms, singleArm, statedRates]) {
      const { estimate, mcse, exact } = result.truths[0].operatingCharacteristics.power;
      const { data, params } = contentOf('monte-carlo-convergence', result);
      const last = data.band[data.band.length - 1];
      expect(last.replicates).toBe(result.replicates);
      expect(last.power).toBeCloseTo(100 * estimate, 3);
      expect(Number(last.high)).toBeCloseTo(Math.min(100, 100 * (estimate + 2 * mcse)), 3);
      expect(params.kinds).toEqual(exact === undefined ? ['running'] : ['running', 'exact']);
    }
  });

  it('says the exact value as finely as the estimate, in the title and in the legend', () => {
    const { power } = singleArm.truths[0].operatingCharacteristics;
    const exact = `${(100 * power.exact!).toFixed(2)} %`;
    expect(titleOf('monte-carlo-convergence', singleArm).endsWith(`the exact ${exact}`)).toBe(true);
    expect(contentOf('monte-carlo-convergence', singleArm).params.exactName).toBe(`exact, ${exact}`);
  });

  it('does not place an estimate that is the exact value beside it', () => {
    const result = structuredClone(singleArm);
    const { power } = result.truths[0].operatingCharacteristics;
    Object.assign(power, { exact: power.estimate });
    expect(titleOf('monte-carlo-convergence', result)).toMatch(/ %, as the exact \d+\.\d\d %$/);
  });

  it('of one replicate has a band and an axis', async () => {
    const one = await makeResult(SINGLE_ARM, { 'simulation.replicates': 1 });
    const { title, params } = contentOf('monte-carlo-convergence', one);
    expect(title).toMatch(/^After 1 replicate power is /);
    expect(Number(params.yHigh)).toBeGreaterThan(Number(params.yLow));
    expect(Number(params.xHigh)).toBeGreaterThan(Number(params.xLow));
  });

  it('says how far the estimate lies from the exact value, or how to halve its error', () => {
    expect(titleOf('monte-carlo-convergence', singleArm)).toMatch(
      /^After 300 replicates power is .* standard errors (above|below) the exact \d/,
    );
    const inexact = JSON.parse(JSON.stringify(singleArm), (key, value) =>
      key === 'exact' ? undefined : value,
    );
    expect(titleOf('monte-carlo-convergence', inexact)).toMatch(
      /; four times as many would halve the error$/,
    );
  });
});

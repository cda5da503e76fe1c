import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';
import type { TimeData } from '../../src/trial/time-data.ts';
import type { TimeFinding, TimeTest } from '../../src/trial/time-tests/definition.ts';
import { timeTests } from '../../src/trial/time-tests/index.ts';
import { changedTimes, createRandomTimes, timesOf } from '../fixtures/random-times.ts';

const all = Object.entries(timeTests) as [keyof typeof timeTests, TimeTest][];
const plan = { perArm: 40, failureHazard: 0.15, hazardRatio: 0.8, competingHazard: 0.1, followUpYears: 6 };
const sets = [0, 0.5].flatMap((gridYears) => {
  const make = createRandomTimes({ ...plan, gridYears });
  return Array.from({ length: 15 }, (_, replicate) => changedTimes(make(replicate), {}));
});
/** Up to six patients an arm, with ties, empty arms, arms without failure and arms in which all failed. */
const tinyTrials = Array.from({ length: 250 }, (_, trial) => {
  const uniforms = new Float64Array(26);
  const address = { world: 0, replicate: trial, purpose: purpose('tiny trials') };
  fillUniforms(seedKey('tiny trials'), address, uniforms, 26);
  const word = (k: number): string =>
    `${1 + Math.floor(6 * uniforms[k])}${['', '', '+', '*'][Math.floor(4 * uniforms[k + 1])]}`;
  const [control, experimental] = [0, 13].map((start) =>
    Array.from({ length: Math.floor(7 * uniforms[start]) }, (_, i) => word(start + 1 + 2 * i)).join(' '),
  );
  return timesOf(control, experimental);
});

const isRatio = ({ scale }: TimeTest): boolean => /Ratio$/.test(scale);
const noMargin = (test: TimeTest): number => (isRatio(test) ? 1 : 0);
const marginsOf = (test: TimeTest): number[] =>
  !test.takesMargin ? [1] : isRatio(test) ? [0.7, 1, 1.2, 1.5, 2] : [0, 0.02, 0.07, 0.15, 0.3];
const ask = (test: TimeTest, data: TimeData, margin = noMargin(test), atYears = 3): TimeFinding =>
  test.create(margin, atYears)(data);
const exchange = (data: TimeData): TimeData => changedTimes(data, { arm: (arm) => 1 - arm });
/** Sums in another order, through a root: 1e-9 of the statistic is more than they can differ. */
const close = (a: number, b: number): boolean =>
  Object.is(a, b) || a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));

describe.each(all)('time test %s', (name, test) => {
  it('refuses a margin out of range', () => {
    for (const margin of isRatio(test) ? [0, -1, Number.NaN] : [-0.1, Number.NaN])
      if (test.takesMargin) expect(() => test.create(margin, 3)).toThrow(/^invalid margin: /);
  });

  it('says the opposite of the arms exchanged', () => {
    for (const data of sets) {
      const [one, other] = [ask(test, data), ask(test, exchange(data))];
      expect(close(one.statistic, -other.statistic), `${one.statistic} ${other.statistic}`).toBe(true);
      expect(close(one.estimate, -other.estimate), `${one.estimate} ${other.estimate}`).toBe(true);
      expect(close(one.standardError, other.standardError)).toBe(true);
      expect(one.failures).toBe(other.failures);
    }
  });

  it('speaks no less for a claim of a larger margin', () => {
    for (const data of sets) {
      const statistics = marginsOf(test).map((margin) => ask(test, data, margin).statistic);
      expect([...statistics].sort((a, b) => a - b)).toEqual(statistics);
    }
  });

  it('gives the same again, whatever it was asked between', () => {
    const find = test.create(marginsOf(test).at(-1)!, 3);
    const first = sets.map((data) => find(data));
    expect(sets.map((data) => find(data))).toEqual(first);
  });

  it('has nothing to say without a failure', () => {
    for (const data of [
      timesOf('1+ 2+ 4+', '3+ 4+ 5+'),
      timesOf('1* 2+ 4+', '3* 4+ 5*'),
      timesOf('', ''),
      timesOf('1+', ''),
    ]) {
      const { statistic, failures } = ask(test, data);
      expect(statistic).toBeNaN();
      expect(failures).toBe(0);
    }
  });

  it('speaks for an arm without failure', () => {
    const data = timesOf('0.5 1 1.2* 1.5 2 2.2 2.5 4+ 5+', '0.7+ 1.1* 1.4* 2.6+ 3.1+ 4+ 4+ 5+ 6+');
    const { statistic, estimate, failures } = ask(test, data);
    expect(statistic).toBeGreaterThan(1.5);
    expect(statistic).toBeLessThan(10);
    expect(failures).toBe(6);
    if (isRatio(test)) expect(estimate).toBe(-Infinity);
    expect(ask(test, exchange(data)).statistic).toBeCloseTo(-statistic, 9);
  });

  it('answers where everybody failed', () => {
    const equal = timesOf('1 2 2.5 2.8', '1 2 2.5 2.8');
    expect(ask(test, equal).statistic).toBeCloseTo(0, 9);
    const better = ask(test, timesOf('0.1 0.2 0.3 0.4 0.5', '1.1 1.2 1.3 1.4 1.5 2.9'));
    expect(better.statistic).toBeGreaterThanOrEqual(0);
    expect(better.failures).toBe(11);
  });

  it('answers for one patient an arm', () => {
    for (const [control, experimental] of [
      ['1', '2'],
      ['1', '2+'],
      ['1', '4+'],
      ['1', '1'],
      ['2*', '1'],
      ['2', '1*'],
      ['1', ''],
    ]) {
      const { statistic } = ask(test, timesOf(control, experimental));
      expect(statistic, `${control} | ${experimental}`).not.toBeNaN();
      expect(Object.is(statistic, -0)).toBe(false);
    }
    expect(ask(test, timesOf('1', '4+')).statistic).toBeGreaterThanOrEqual(0);
  });

  it('answers, the opposite of the arms exchanged and no less for a larger margin, in trials of a few patients', () => {
    for (const data of tinyTrials) {
      const [one, other] = [ask(test, data), ask(test, exchange(data))];
      expect(close(one.statistic, -other.statistic), `${one.statistic} ${other.statistic}`).toBe(true);
      const findings = marginsOf(test).map((margin) => ask(test, data, margin));
      for (const { statistic, failures } of findings) if (failures > 0) expect(statistic).not.toBeNaN();
      const statistics = findings.map(({ statistic }) => statistic);
      expect([...statistics].sort((a, b) => a - b)).toEqual(statistics);
    }
  });

  it('looks at the order of times alone, but for mean times', () => {
    const cube = (years: number): number => years * years * years;
    for (const data of sets) {
      const warped = ask(test, changedTimes(data, { years: cube }), noMargin(test), 27);
      if (name === 'restrictedMean') expect(warped.statistic).not.toBe(ask(test, data).statistic);
      else expect(warped).toEqual(ask(test, data));
    }
  });

  it('takes a competing event for a censoring, or not, as it says', () => {
    for (const data of sets) {
      const censored = changedTimes(data, { status: (status) => (status === 2 ? 0 : status) });
      expect(ask(test, censored).statistic !== ask(test, data).statistic).toBe(test.seesCompeting);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { runExact } from '../../../src/engine/run-exact.ts';
import { readScenario } from '../../../src/scenario/read-scenario.ts';
import type { Scenario } from '../../../src/scenario/scenario-schema.ts';
import { createTrial } from '../../../src/scenario/trial.ts';
import { type HeldTypeIError, holdTypeIError } from '../../../src/study/threshold/hold-type-i-error.ts';
import { readShipped, statedRates } from '../../fixtures/scenario-text.ts';
import { singleArmText } from '../../fixtures/single-arm-text.ts';

const TARGET = { target: 0.05 };
const CONTROL = 'truth.localControl.anchor.rate';
const shipped = (name: string, ...sets: string[]): Scenario => readShipped(name, ...sets).scenario;
const held = (scenario: Scenario, over?: object): HeldTypeIError => {
  const found = holdTypeIError(scenario, { ...TARGET, ...(over && { over: over as never }) });
  if ('reason' in found) throw new Error(found.reason);
  return found;
};
/** What the engine finds of the scenario with a value in the threshold's place. */
const exactly = (name: string, path: string, value: number, ...sets: string[]) =>
  runExact(createTrial(shipped(name, ...sets, `${path}=${value}`)), 0).success!;

describe('the threshold of a scenario that holds a type I error', () => {
  it('is the calculator’s over the same control rates, and leaves the engine’s errors and power', () => {
    const found = held(shipped('sts-5x6-vs-25x2'), { path: CONTROL, from: 0.85, to: 0.99, steps: 3 });
    expect(found).toMatchObject({
      path: 'design.nonInferiority.oneSidedAlpha',
      value: 0.0315,
      stated: 0.05,
      worstAt: 0.99,
      isExact: true,
    });
    expect(found.atPlanned).toBeCloseTo(0.0558, 4);
    expect(found.worst).toBeCloseTo(0.06927, 5);
    const engine = exactly('sts-5x6-vs-25x2', found.path, found.value);
    expect(found.powerHeld).toBeCloseTo(engine.power, 10);
    expect(found.powerStated).toBeCloseTo(exactly('sts-5x6-vs-25x2', found.path, 0.05).power, 10);
    const atWorst = exactly('sts-5x6-vs-25x2', found.path, found.value, `${CONTROL}=0.99`);
    expect(atWorst.typeIErrorByClaim[0]).toBeLessThanOrEqual(0.05);
    const stricter = exactly('sts-5x6-vs-25x2', found.path, found.value + 1e-5, `${CONTROL}=0.99`);
    expect(stricter.typeIErrorByClaim[0]).toBeGreaterThan(0.05);
  });

  it('holds as planned alone where no range is asked for', () => {
    const found = held(shipped('sts-5x6-vs-25x2'));
    expect(found.worstAt).toBeNull();
    expect(found.worst).toBe(found.atPlanned);
    const { typeIErrorByClaim } = exactly('sts-5x6-vs-25x2', found.path, found.value);
    expect(typeIErrorByClaim[0]).toBeLessThanOrEqual(0.05);
    expect(exactly('sts-5x6-vs-25x2', found.path, found.value + 1e-5).typeIErrorByClaim[0]).toBeGreaterThan(
      0.05,
    );
  });

  it('is that of the claim whose type I error is largest', () => {
    const found = held(shipped('null-co-primary'));
    const { typeIErrorByClaim } = runExact(createTrial(shipped('null-co-primary')), 0).success!;
    const worst = typeIErrorByClaim.indexOf(Math.max(...typeIErrorByClaim));
    expect(found.path).toBe(`design.coPrimary.${worst}.nonInferiority.oneSidedAlpha`);
    expect(found.worst).toBeCloseTo(typeIErrorByClaim[worst], 12);
  });

  it('is a certainty, or a count, of a single arm', () => {
    const certainty = held(shipped('doremy'));
    expect(certainty.path).toBe('design.posterior.certainty');
    expect(exactly('doremy', certainty.path, certainty.value).typeIErrorByClaim[0]).toBeLessThanOrEqual(0.05);
    // Simon's 0/9, 2/24 holds 10 %: more than 3 successes hold 5 %
    const count = held(readScenario(singleArmText(), 'simon').scenario);
    expect(count).toMatchObject({ path: 'design.successCount.successesAbove', value: 3, stated: 2 });
    expect(count.atPlanned).toBeGreaterThan(0.05);
    expect(count.powerHeld).toBeLessThan(count.powerStated);
  });

  it('is simulated where times decide, and says so', () => {
    const found = held(shipped('sts-log-rank', 'simulation.replicates=300'));
    expect(found.isExact).toBe(false);
    // 97.5 % confidence in 5 % leaves 8 of 300, the interval of which ends below it
    expect(found.value).toBeLessThan(0.05);
    expect(found.powerHeld).toBeLessThanOrEqual(found.powerStated);
  });

  it.each<[string, Scenario, object | undefined, RegExp]>([
    ['a completion', shipped('hyport-sts'), undefined, /no claim has a level or a certainty/],
    ['centres', shipped('pace-b-centres'), undefined, /no exact value: patients of a centre share/],
    ['times at looks', shipped('hyport-adjuvant'), undefined, /at looks, which spend its level/],
    [
      'a design’s path',
      shipped('sts-5x6-vs-25x2'),
      { path: 'design.perArm', from: 1, to: 2, steps: 2 },
      /design.perArm is not one number of the truth/,
    ],
    [
      'a falling range',
      shipped('sts-5x6-vs-25x2'),
      { path: CONTROL, from: 0.9, to: 0.8, steps: 2 },
      /no range from 0.9 to 0.8 in 2 values/,
    ],
    [
      'a rate that is none',
      shipped('sts-5x6-vs-25x2'),
      { path: CONTROL, from: 0.9, to: 1.2, steps: 2 },
      /truth.localControl.anchor.rate = 1.2: /,
    ],
    [
      'a margin that leads out',
      shipped('sts-5x6-vs-25x2'),
      { path: CONTROL, from: 0.06, to: 0.9, steps: 2 },
      /the margin leads out of \(0, 1\) at truth.localControl.anchor.rate = 0.06/,
    ],
  ])('has a reason against %s', (_what, scenario, over, reason) => {
    const found = holdTypeIError(scenario, { ...TARGET, ...(over && { over: over as never }) });
    expect((found as { reason: string }).reason).toMatch(reason);
  });

  it('refuses a target that is none', () => {
    const text = statedRates(
      { control: 0.9, experimental: 0.9 },
      '{ endpoint: localControl, atYears: 3, margin: 0.1, oneSidedAlpha: 0.05, test: wald }',
      50,
    );
    const { scenario } = readScenario(text, 'stated');
    expect(() => holdTypeIError(scenario, { target: 0.5 })).toThrow(
      'invalid target: 0.5 (must be in (0, 0.5))',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { AnyResult } from '../../src/engine/any-result.ts';
import { isAimResult, isClaimsResult, isEscalationResult } from '../../src/engine/any-result.ts';
import { bed } from '../../src/library/bed.ts';
import { design } from '../../src/library/design.ts';
import { eqd2 } from '../../src/library/eqd2.ts';
import { estimate } from '../../src/library/estimate.ts';
import { readScenario } from '../../src/library/read-scenario.ts';
import { readShipped } from '../../src/library/read-shipped.ts';
import { run } from '../../src/library/run.ts';
import { gard } from '../../src/radiobiology/gard.ts';
import { cumulativeEquivalentMinutes43 } from '../../src/radiobiology/hyperthermia.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { repopulationGyPerDay } from '../../src/radiobiology/repopulation.ts';
import {
  fractionBedUniversal,
  singleFractionEquivalentDoseGy,
  transitionDoseGy,
} from '../../src/radiobiology/universal-survival-curve.ts';

/** What JavaScript may pass where a type forbids it. */
const wrong: readonly unknown[] = [
  null,
  Number.NaN,
  Infinity,
  -1,
  '',
  '3',
  [],
  true,
  Symbol('s'),
  () => 1,
  10n,
];
const strange: readonly unknown[] = [...wrong, new Date(0), new Map([['a', 1]]), new String('5 x 5 Gy')];

const text = readShipped('quick-start');
const effects = readShipped('fast', 'effects');
const curve = { alphaPerGy: 0.33, finalSlopeGy: 1.25, quasiThresholdGy: 1.8 };
const ofDose = { alphaBetaGy: 3 };

const calls: Readonly<Record<string, readonly [(given: never) => unknown, readonly unknown[]]>> = {
  'bed, schedule': [(given) => bed(given, ofDose), [undefined, {}, ...strange]],
  'bed, options': [(given) => bed('5 x 5 Gy', given), [undefined, {}, ...strange]],
  'eqd2, α/β': [(given) => eqd2('5 x 5 Gy', { alphaBetaGy: given }), [undefined, {}, ...strange]],
  parseSchedule: [(given) => parseSchedule(given), [undefined, {}, ...strange]],
  'design, kind': [(given) => design(given, {}), [undefined, {}, ...strange]],
  'design, parameters': [(given) => design('simon', given), [undefined, {}, ...strange]],
  'readShipped, name': [(given) => readShipped(given), [undefined, {}, ...strange]],
  'readShipped, registry': [(given) => readShipped('quick-start', given), [{}, ...strange]],
  'readScenario, scenario': [(given) => readScenario(given), [undefined, {}, ...strange]],
  'readScenario, options': [(given) => readScenario(text, given), strange],
  'readScenario, file': [(given) => readScenario(text, { file: given }), [null, 3, [], {}, () => 1]],
  'readScenario, set': [(given) => readScenario(text, { set: given }), strange],
  'readScenario, a value': [
    (given) => readScenario(text, { set: { 'design.perArm': given } }),
    [{}, ...strange],
  ],
  'readScenario, worlds': [(given) => readScenario(text, { worlds: given }), [{}, ...strange]],
  'estimate, effects': [(given) => estimate(given), [undefined, {}, ...strange]],
  'estimate, options': [(given) => estimate(effects, given), strange],
  'run, options': [(given) => run(text, given), strange],
  'run, workers': [(given) => run(text, { workers: given }), [{}, 1.5, 513, ...strange]],
  'run, onProgress': [(given) => run(text, { workers: 0, onProgress: given }), [null, 0, '', {}]],
  'run, signal': [(given) => run(text, { workers: 0, signal: given }), [{}, ...strange]],
  'gard, schedule': [(given) => gard(given, 0.4), [undefined, {}, [null], [{ count: '25', doseGy: 2 }], 'x']],
  'gard, rsi': [(given) => gard([{ count: 25, doseGy: 2 }], given), [undefined, {}, ...strange]],
  'thermal dose': [
    (given) => cumulativeEquivalentMinutes43(given),
    [undefined, {}, [null], [{ minutes: '60', temperatureC: 43 }], [{ minutes: 60, temperatureC: '43' }]],
  ],
  repopulation: [(given) => repopulationGyPerDay(0.3, given), [undefined, {}, ...strange]],
  'transition dose': [
    (given) => transitionDoseGy(given),
    [undefined, {}, { ...curve, finalSlopeGy: '1' }, ...strange],
  ],
  'universal BED': [(given) => fractionBedUniversal(given, curve), [undefined, {}, ...strange]],
  'universal curve': [(given) => singleFractionEquivalentDoseGy(3, 20, given), [undefined, {}, ...strange]],
};

describe.each(Object.entries(calls))('%s', (_, [call, given]) => {
  it.each(given.map((value) => [value]))('refuses %s in words', async (value) => {
    const error = await (async () => call(value as never))().then(
      (answer) => answer,
      (reason: Error) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    const { name, message } = error as Error;
    expect(['RangeError', 'ScenarioError']).toContain(name);
    expect(message).toMatch(/invalid|unknown|missing|unreadable|is no/);
  });
});

describe('a schedule made by hand', () => {
  const made = parseSchedule('5 x 5 Gy');
  it.each([
    [{ phases: [] }, 'phases: invalid phases: a list (must have at least 1)'],
    [{ phases: [{ ...made.phases[0], doseGy: -1 }] }, 'phases.0.doseGy: invalid doseGy: -1 (must be > 0)'],
    [
      { phases: [{ ...made.phases[0], fractions: 2.5 }] },
      'phases.0.fractions: invalid fractions: 2.5 (must be a whole number)',
    ],
    [{ missed: undefined }, 'missed: missing missed (must be a list)'],
  ])('is refused for %j', (change, message) => {
    expect(() => bed({ ...made, ...change } as never, ofDose)).toThrow(new RangeError(message));
  });

  it('changes no other', () => {
    (parseSchedule('5 x 5 Gy').missed as number[]).push(1);
    expect(parseSchedule('5 x 5 Gy').missed).toEqual([]);
  });
});

describe('values of set', () => {
  it('stay as they are when a later path reaches into one', () => {
    const block = { model: 'statedRates', control: 0.9, experimental: 0.9 };
    const set = { 'truth.localControl': block, 'truth.localControl.control': 0.5, uncertainty: {} };
    const { scenario } = readScenario(text, { set, worlds: 0 });
    expect(scenario.truth.localControl).toMatchObject({ control: 0.5 });
    expect(block.control).toBe(0.9);
  });
});

it.each([undefined, null, 3, 'claims', true, {}])('%s is no result', (value) => {
  for (const is of [isClaimsResult, isAimResult, isEscalationResult])
    expect(is(value as unknown as AnyResult)).toBe(false);
});

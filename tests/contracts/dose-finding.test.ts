import { describe, expect, it } from 'vitest';
import { seedKey } from '../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../src/random/stream.ts';
import { doseFinding } from '../../src/trial/dose-finding/index.ts';
import type { LadderMethod } from '../../src/trial/ladder/ladder-method.ts';
import {
  afterGroup,
  emptyLadder,
  type LadderState,
  ladderState,
  patientsOf,
} from '../../src/trial/ladder/ladder-state.ts';

const RATES = [0.1, 0.25, 0.45];
const KEY = seedKey('contract');
const TRIALS = 40;

const examples = Object.entries(doseFinding).flatMap(([name, definition]) =>
  definition.examples.map((example) => [name, example as object] as const),
);
const methodOf = (name: string, given: object): LadderMethod => {
  const { parameters, create } = doseFinding[name as keyof typeof doseFinding];
  return create(parameters.parse(given), RATES.length);
};

/** States and decisions of one simulated trial. */
function* course(method: LadderMethod, replicate: number) {
  const tolerances = new Float64Array(method.maximumSize);
  fillUniforms(KEY, { world: 0, replicate, purpose: purpose('tolerance') }, tolerances, method.maximumSize);
  let state: LadderState = emptyLadder(RATES.length);
  for (let patient = 0; ; ) {
    const next = method.decide(state);
    yield { state, next };
    if (next.kind === 'stop') return;
    const group = tolerances.subarray(patient, patient + next.patients);
    patient += next.patients;
    const toxic = group.filter((tolerance) => tolerance < RATES[next.level]).length;
    state = afterGroup(state, { level: next.level, size: next.patients, toxic });
  }
}

describe.each(Object.entries(doseFinding))('%s', (_, definition) => {
  it('says what it is', () => {
    expect(definition.summary).toMatch(/\.$/);
    expect(definition.reference).toMatch(/\d{4}/);
    expect(definition.label).toMatch(/\w$|\)$/);
    expect(definition.examples.length).toBeGreaterThan(0);
  });
});

describe.each(examples)('%s of %j', (name, given) => {
  const method = methodOf(name, given);

  it('skips no level upwards, keeps its size, and ends with what it would recommend', () => {
    const wrong: unknown[] = [];
    for (let replicate = 0; replicate < TRIALS; replicate++)
      for (const { state, next } of course(method, replicate)) {
        const isRight =
          next.kind === 'treat'
            ? next.patients > 0 &&
              patientsOf(state) + next.patients <= method.maximumSize &&
              next.level in RATES &&
              next.level <= (state.last?.level ?? next.level) + 1
            : next.recommended === method.recommend(state) &&
              (next.reason !== 'tooToxic' || next.recommended === undefined);
        if (!isRight) wrong.push({ state, next });
      }
    expect(wrong).toEqual([]);
  });

  it('ends without a level where everybody has a toxicity, unless nothing gives levels up', () => {
    const all = { treated: [6, 0, 0], toxic: [6, 0, 0], watched: [], last: { level: 0, size: 3, toxic: 3 } };
    const next = method.decide(all);
    const neverStops = name.toLowerCase().includes('crm');
    expect(next).toEqual(
      neverStops
        ? { kind: 'treat', level: 0, patients: expect.any(Number) }
        : { kind: 'stop', reason: 'tooToxic' },
    );
  });

  it('waits for outcomes, or decides without', () => {
    const patients = [0.5, 1, 1].map((followed) => ({ level: 0, isToxic: false, followed }));
    const state = ladderState(3, patients, 3);
    const { waits } = doseFinding[name as keyof typeof doseFinding];
    if (waits) expect(() => method.decide(state)).toThrow('invalid watched: 1 patients (must be none');
    else expect(method.decide(state)).toMatchObject({ kind: 'treat' });
  });

  it('has no problem with its own ladder', () => {
    const { parameters, problems } = doseFinding[name as keyof typeof doseFinding];
    expect(problems(parameters.parse(given), RATES.length)).toEqual([]);
  });
});

const crm = { target: 0.25, skeleton: [0.1, 0.25] };

describe('what is refused', () => {
  it.each([
    ['boin', { target: 0 }, 'target: 0 is too small (must be above 0)'],
    ['boin', { target: 1 }, 'target: 1 is too large (must be below 1)'],
    ['boin', { target: 30 }, 'target: 30 is not a probability (must be in [0, 1]; for 30 % write 0.3)'],
    ['boin', { target: 0.3, underRate: 0.3 }, 'underRate: 0.3 is not below the target, 0.3'],
    ['boin', { target: 0.3, overRate: 0.2 }, 'overRate: 0.2 is not above the target, 0.3'],
    ['boin', { target: 0.8 }, 'overRate: 1.4 of the target 0.8 is no rate below 1'],
    ['boin', { target: 0.3, groupSize: 0 }, 'groupSize: '],
    ['boin', { target: 0.3, groupSize: 31 }, 'groupSize: 31 is more than the 30 patients of the trial'],
    [
      'crm',
      { ...crm, groupSize: 9, maximumSize: 6 },
      'groupSize: 9 is more than the 6 patients of the trial',
    ],
    ['boin', { target: 0.3, eliminationCutOff: 1 }, 'eliminationCutOff: 1 is too large'],
    ['crm', { ...crm, skeleton: [0.1, 0.1] }, 'skeleton: must rise: 0.1 follows 0.1'],
    ['crm', { ...crm, skeleton: [0.3, 0.2] }, 'skeleton: must rise: 0.2 follows 0.3'],
    ['crm', { ...crm, skeleton: [0, 0.2] }, 'skeleton.0: 0 is too small'],
    ['titeCrm', { ...crm, skeleton: [0.2, 1] }, 'skeleton.1: 1 is too large'],
    ['titeCrm', { ...crm, priorVariance: 0 }, 'priorVariance: '],
    ['titeCrm', { ...crm, priorVariance: 1000 }, 'priorVariance: '],
    ['threePlusThree', { startLevel: 0 }, 'startLevel: '],
  ])('%s %j', (name, given, message) => {
    const issues =
      doseFinding[name as keyof typeof doseFinding].parameters.safeParse(given).error?.issues ?? [];
    expect(issues.map(({ path, message: said }) => `${path.join('.')}: ${said}`).join('\n')).toContain(
      message,
    );
  });

  it.each([
    ['crm', crm, 'skeleton', '2 rates for a ladder of 3 levels (must be one a level)'],
    ['boin', { target: 0.3, startLevel: 4 }, 'startLevel', '4 is beyond the 3 levels of the ladder'],
  ])('%s %j on a ladder of three', (name, given, key, message) => {
    const { parameters, problems } = doseFinding[name as keyof typeof doseFinding];
    expect(problems(parameters.parse(given), 3)).toEqual([{ key, message }]);
  });
});

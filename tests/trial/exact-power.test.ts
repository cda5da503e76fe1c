import { describe, expect, it } from 'vitest';
import type { ArmCells } from '../../src/trial/arm-cells.ts';
import { claims } from '../../src/trial/claims/index.ts';
import type { Design } from '../../src/trial/design.ts';
import { exactPower } from '../../src/trial/exact-power.ts';
import { createPassMatrices } from '../../src/trial/pass-matrix.ts';

const control93 = (test: string, margin: number) =>
  claims.nonInferiority.create({ endpoint: 'localControl', atYears: 2, margin, oneSidedAlpha: 0.05, test });
const wound = (test: string) =>
  claims.nonInferiority.create({
    endpoint: 'woundComplication',
    withinDays: 120,
    margin: 0.15,
    oneSidedAlpha: 0.05,
    test,
  });
const design = (...made: Design['claims']): Design => ({
  sizes: [],
  unevaluable: 0,
  countsUnevaluableAsFailures: false,
  claims: made,
  isHierarchical: false,
  rules: [],
  stages: [],
});
const arm = (size: number, ...rates: number[]): ArmCells =>
  rates.length === 1 ? { size, rates } : { size, rates, both: rates[0] * rates[1] };
const power = (of: Design, control: ArmCells, experimental: ArmCells) =>
  exactPower(of, createPassMatrices(), [control, experimental]);

describe('exact power of two-arm designs', () => {
  it('Farrington–Manning at 124 an arm, 35 % and margin 15 points, as enumerated in R 4.2.2', () => {
    const of = design(wound('farringtonManning'));
    expect(power(of, arm(124, 0.35), arm(124, 0.35)).joint).toBeCloseTo(0.8058631, 6);
    expect(power(of, arm(124, 0.35), arm(124, 0.5)).joint).toBeCloseTo(0.0489488, 6);
  });

  it('Wald at 165 an arm, 93 % against 86 %: type I error 5.58 %, above its nominal', () => {
    const of = design(control93('wald', 0.07));
    expect(power(of, arm(165, 0.93), arm(165, 0.86)).joint).toBeCloseTo(0.0558, 4);
    expect(power(of, arm(165, 0.93), arm(165, 0.93)).joint).toBeCloseTo(0.804, 3);
  });

  it.each([
    ['wald', 0.479, 0.061, 0.052],
    ['farringtonManning', 0.441, 0.049, 0.052],
  ])('SCOPES II at stated rates, 75 an arm, %s', (test, joint, typeIControl, typeIWound) => {
    const of = design(control93(test, 0.1), wound(test));
    expect(power(of, arm(75, 0.93, 0.35), arm(75, 0.93, 0.35)).joint).toBeCloseTo(joint, 3);
    expect(power(of, arm(75, 0.93, 0.35), arm(75, 0.83, 0.35)).byClaim[0]).toBeCloseTo(typeIControl, 3);
    expect(power(of, arm(75, 0.93, 0.35), arm(75, 0.93, 0.5)).byClaim[1]).toBeCloseTo(typeIWound, 3);
  });

  it('the n³ sum agrees with independence when told that the endpoints are independent but for a hair', () => {
    const of = design(control93('farringtonManning', 0.1), wound('farringtonManning'));
    const hair = (size: number, p: number, q: number): ArmCells => ({
      size,
      rates: [p, q],
      both: p * q + 1e-13,
    });
    const independent = power(of, arm(75, 0.93, 0.35), arm(75, 0.9, 0.4)).joint;
    const general = power(of, hair(75, 0.93, 0.35), hair(75, 0.9, 0.4)).joint;
    expect(general).toBeCloseTo(independent, 10);
  });
});

/** P(Bin(n, p) = x). */
function binomial(n: number, x: number, p: number): number {
  let probability = 1;
  for (let i = 1; i <= x; i++) probability *= ((n - x + i) / i) * p;
  for (let i = 0; i < n - x; i++) probability *= 1 - p;
  return probability;
}

describe('exact power where some patients are not evaluable', () => {
  const both = design(control93('farringtonManning', 0.2), wound('farringtonManning'));
  const u = 0.1;

  it('counts them as failures: without the event that is good, with the one that is bad', () => {
    const asFailures = { ...both, unevaluable: u, countsUnevaluableAsFailures: true };
    // Controlled and with a wound are only those who are evaluable
    const counted = (rate: number, bad: number, together: number): ArmCells => ({
      size: 20,
      rates: [(1 - u) * rate, (1 - u) * bad + u],
      both: (1 - u) * together,
    });
    const given = (rate: number, bad: number, together: number): ArmCells => ({
      size: 20,
      rates: [rate, bad],
      both: together,
    });
    const found = power(asFailures, given(0.9, 0.3, 0.25), given(0.85, 0.2, 0.18));
    const expected = power(both, counted(0.9, 0.3, 0.25), counted(0.85, 0.2, 0.18));
    expect(found.joint).toBeCloseTo(expected.joint, 12);
    found.byClaim.forEach((claim, k) => {
      expect(claim).toBeCloseTo(expected.byClaim[k], 12);
    });
  });

  it('does so with the patterns of three endpoints: all that is good absent, all that is bad present', () => {
    const three = design(wound('wald'), control93('wald', 0.2), wound('wald'));
    const asFailures = { ...three, unevaluable: u, countsUnevaluableAsFailures: true };
    const patterns = [0.1, 0.1, 0.2, 0.1, 0.05, 0.15, 0.2, 0.1];
    const cells = (of: readonly number[]): ArmCells => ({
      size: 6,
      rates: [0, 1, 2].map((k) => of.reduce((sum, p, bits) => sum + ((bits >> k) & 1 ? p : 0), 0)),
      patterns: of,
    });
    // Wounds of both kinds, no control: bits 0 and 2
    const counted = cells(patterns.map((p, bits) => (1 - u) * p + (bits === 5 ? u : 0)));
    const found = power(asFailures, cells(patterns), cells(patterns));
    expect(found.joint).toBeCloseTo(power(three, counted, counted).joint, 12);
  });

  it('or mixes over how many are evaluable in each arm', () => {
    const n = 7;
    const dropped = { ...both, unevaluable: u };
    let [joint, first] = [0, 0];
    for (let c = 0; c <= n; c++)
      for (let e = 0; e <= n; e++) {
        const part = power(both, arm(c, 0.9, 0.3), arm(e, 0.85, 0.2));
        const weight = binomial(n, c, 1 - u) * binomial(n, e, 1 - u);
        joint += weight * part.joint;
        first += weight * part.byClaim[0];
      }
    const found = power(dropped, arm(n, 0.9, 0.3), arm(n, 0.85, 0.2));
    expect(found.joint).toBeCloseTo(joint, 11);
    expect(found.byClaim[0]).toBeCloseTo(first, 11);
  });
});

/** A claim in one or two arms that events alone decide. */
const claimOf = (endpoint: object, passes: (c: number, n: number, e: number, m: number) => boolean) =>
  ({ endpoint, passes }) as never;
const good = { eventIsGood: true };
const bad = { eventIsGood: false };
/** At least as many in the experimental arm; no more than one more. */
const better = claimOf(good, (c, n, e, m) => n > 0 && m > 0 && e >= c);
const milder = claimOf(bad, (c, _n, e) => e <= c + 1);
const many = claimOf(good, (_c, _n, e, m) => m >= 2 && 2 * e >= m + 1);
const few = claimOf(bad, (_c, _n, e) => e <= 1);

/** Both counts of an arm by patterns of each patient: the law of [first, second] by key. */
function jointLaw({ size, rates: [p, q], both }: ArmCells): Map<string, number> {
  let law = new Map([['0/0', 1]]);
  for (let patient = 0; patient < size; patient++) {
    const next = new Map<string, number>();
    for (const [key, weight] of law) {
      const [i, j] = key.split('/').map(Number);
      for (const [first, second, share] of [
        [0, 0, 1 - p - q + both!],
        [1, 0, p - both!],
        [0, 1, q - both!],
        [1, 1, both!],
      ]) {
        const to = `${i + first}/${j + second}`;
        next.set(to, (next.get(to) ?? 0) + weight * share);
      }
    }
    law = next;
  }
  return law;
}

/** P(both pass), P(first passes), P(second passes), pair of counts by pair of counts. */
function everyPair(of: Design, control: ArmCells, experimental: ArmCells): number[] {
  const [one, two] = of.claims as unknown as { passes(...counts: number[]): boolean }[];
  const found = [0, 0, 0];
  for (const [atControl, p] of jointLaw(control))
    for (const [atExperimental, q] of jointLaw(experimental)) {
      const [a, b] = atControl.split('/').map(Number);
      const [c, d] = atExperimental.split('/').map(Number);
      const passes = [
        one.passes(a, control.size, c, experimental.size),
        two.passes(b, control.size, d, experimental.size),
      ];
      if (passes[0] && passes[1]) found[0] += p * q;
      if (passes[0]) found[1] += p * q;
      if (passes[1]) found[2] += p * q;
    }
  return found;
}

describe('exact power of two claims that hang together', () => {
  const control: ArmCells = { size: 4, rates: [0.6, 0.4], both: 0.3 };
  const experimental: ArmCells = { size: 5, rates: [0.7, 0.3], both: 0.25 };
  const independent: ArmCells = { size: 5, rates: [0.7, 0.3], both: 0.7 * 0.3 };

  it.each([
    ['in both arms', control, experimental],
    ['in the control arm alone', control, independent],
    ['in the experimental arm alone', { ...independent, size: 3 }, experimental],
    ['in neither', { ...independent, size: 3 }, independent],
  ])('%s, is what every pair of counts gives', (_, first, second) => {
    const of = design(better, milder);
    const [joint, one, two] = everyPair(of, first, second);
    const found = power(of, first, second);
    expect(found.joint).toBeCloseTo(joint, 12);
    expect(found.byClaim[0]).toBeCloseTo(one, 12);
    expect(found.byClaim[1]).toBeCloseTo(two, 12);
    // In a hierarchy the first is success, and the second counts only after it
    const ordered = power({ ...of, isHierarchical: true }, first, second);
    expect(ordered.joint).toBeCloseTo(one, 12);
    expect(ordered.byClaim[0]).toBeCloseTo(one, 12);
    expect(ordered.byClaim[1]).toBeCloseTo(joint, 12);
  });

  it('of a single arm, is the same without a control', () => {
    const of = design(many, few);
    const nobody: ArmCells = { size: 0, rates: [0, 0], both: 0 };
    const [joint, one] = everyPair(of, nobody, experimental);
    const found = exactPower(of, createPassMatrices(), [experimental]);
    expect(found.joint).toBeCloseTo(joint, 12);
    expect(found.byClaim[0]).toBeCloseTo(one, 12);
  });
});

describe('exact power in a share of a single arm', () => {
  const arm4 = { size: 4, rates: [0.7], share: 0.6 };
  const ofMany = design(many);
  /** P(passes) of so many analysed. */
  const passing = (m: number, rate: number): number =>
    [0, 1, 2, 3, 4].reduce(
      (sum, x) => sum + (x <= m && m >= 2 && 2 * x >= m + 1 ? binomial(m, x, rate) : 0),
      0,
    );
  const mixed = (share: number, rate: number): number =>
    [0, 1, 2, 3, 4].reduce((sum, m) => sum + binomial(4, m, share) * passing(m, rate), 0);

  it.each([
    ['all evaluable', {}, 0.6, 0.7],
    ['some dropped', { unevaluable: 0.25 }, 0.45, 0.7],
    ['some failures', { unevaluable: 0.25, countsUnevaluableAsFailures: true }, 0.6, 0.525],
  ])('is a mixture over how many are analysed: %s', (_, more, share, rate) => {
    const found = exactPower({ ...ofMany, ...more }, createPassMatrices(), [arm4]);
    expect(found.joint).toBeCloseTo(mixed(share, rate), 11);
    expect(found.byClaim).toEqual([found.joint]);
  });
});

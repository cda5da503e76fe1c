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

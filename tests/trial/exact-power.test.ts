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

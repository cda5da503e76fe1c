import { expect, it } from 'vitest';
import { unitOfPath } from '../../../src/report/equations/unit-of-path.ts';

it.each([
  ['truth.cohort.heterogeneity.alphaBetaGy.logNormal.median', 'Gy'],
  ['truth.cohort.heterogeneity.alphaBetaGy.logNormal.sigma', ''],
  ['truth.cohort.heterogeneity.alphaBetaGy.within.0', 'Gy'],
  ['truth.cohort.heterogeneity.betaPerGy2', 'Gy⁻²'],
  ['truth.woundComplication.slopePer10Gy.normal.sd', 'per 10 Gy'],
  ['truth.localControl.repopulation.lostGyPerDay', 'Gy a day'],
  ['truth.localControl.anchor.rate', ''],
  ['truth.localControl.anchor.atYears', 'years'],
  ['truth.competing.metastasisPerYear.0.perYear', 'a year'],
  ['truth.localControl.clonogenDensityPerCm3', 'cm⁻³'],
  ['design.accrual.perMonth', 'a month'],
  ['arms.control.schedule.phases.0.perDay', ''],
  ['design.perArm', ''],
])('%s is in “%s”', (path, unit) => {
  expect(unitOfPath(path.split('.'))).toBe(unit);
});

it('reads through a key that is itself a path', () => {
  const key = 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median';
  expect(unitOfPath(['uncertainty', key, 'logNormal', 'median'])).toBe('Gy');
  expect(unitOfPath(['uncertainty', 'truth.localControl.gamma50', 'logNormal', 'median'])).toBe('');
});

import { describe, expect, it } from 'vitest';
import { fitConstantControl } from '../../src/evidence/constant-control.ts';
import { controlFitModels } from '../../src/evidence/control-models/index.ts';
import { isSurgeryAlone } from '../../src/evidence/evidence-schedule.ts';
import { controlByTime, createControlFitter } from '../../src/evidence/fit-control.ts';
import { ALPHA_BETA_GRID, leaveOneOut, profileAlphaBeta } from '../../src/evidence/profile-alpha-beta.ts';
import { controlRows, withoutTwelve, withTwelve } from '../fixtures/evidence.ts';

/**
 * Reference values by scipy 1.x (Nelder–Mead to 1e-9, trapezoid of step 1/8 in both normal scores), written separately
 * from the product. Values to 1e-3 leave the optimisers' tolerance three digits.
 */
const reference = {
  all: [
    26.095, 18.741, 14.12, 10.989, 7.104, 4.865, 3.576, 2.527, 1.417, 0.825, 0.214, 0.038, 0, 0.166, 0.603,
  ],
  without: [
    0.553, 0, 0.026, 0.29, 1.051, 1.849, 2.517, 3.245, 4.344, 5.209, 6.716, 7.68, 8.838, 10.253, 11.901,
  ],
  logLogisticAll: [
    13.981, 11.5645, 9.4612, 7.6368, 4.2663, 2.6826, 1.9874, 1.4425, 0.8515, 0.5355, 0.198, 0.081, 0.0108, 0,
    0.0584,
  ],
  logLogisticWithout: [
    0, 0.3614, 0.795, 1.2289, 2.0079, 2.6465, 3.1173, 3.588, 4.2335, 4.6991, 5.4373, 5.8683, 6.3492, 6.8886,
    7.4587,
  ],
};

describe('local control fitted with residual disease', () => {
  const fitter = createControlFitter(controlFitModels.residualDisease, controlRows);

  it('without study 12 at α/β 4.9 Gy agrees with scipy', () => {
    const { parameters, objective, deviance } = fitter.fit(4.9, withoutTwelve);
    expect(parameters.residualProbability).toBeCloseTo(0.2841919, 5);
    expect(parameters.maxLnClonogens).toBeCloseTo(17.72793, 3);
    expect(objective).toBeCloseTo(23.993361, 4);
    expect(deviance).toBeCloseTo(19.635637, 3);
  });

  it('studies lie within 1.5 standard errors, but study 12 at −7', () => {
    const longRun = fitter.longRun(fitter.fit(4.9, withoutTwelve));
    controlRows.forEach(({ id, control, schedule }, i) => {
      const p = controlByTime(longRun[i], control.atYears);
      const z = (control.rate - p) / Math.sqrt((p * (1 - p)) / control.size);
      if (withoutTwelve[i] && !isSurgeryAlone(schedule)) expect(Math.abs(z)).toBeLessThanOrEqual(1.5);
      if (id === '12') expect(z).toBeCloseTo(-6.976, 2);
    });
  });

  it.each([
    ['all studies', withTwelve, reference.all, 47.684577, 3.40604, 4.9, null, 2, null],
    ['without study 12', withoutTwelve, reference.without, 21.47673, 1.652056, null, 6, null, 10],
  ])('profile of %s', (_name, included, excess, minimum, phi, low, high, adjustedLow, adjustedHigh) => {
    const profile = profileAlphaBeta(fitter, included);
    expect(profile.points.map(({ alphaBetaGy }) => alphaBetaGy)).toEqual(ALPHA_BETA_GRID);
    profile.points.forEach((point, i) => {
      expect(Math.abs(point.excess - excess[i])).toBeLessThan(1.1e-3);
    });
    expect(profile.minimum).toBeCloseTo(minimum, 4);
    expect(profile.overdispersion).toBeCloseTo(phi, 4);
    expect(profile.set95).toEqual({ lowGy: low, highGy: high });
    expect(profile.adjustedSet95).toEqual({ lowGy: adjustedLow, highGy: adjustedHigh });
  });

  it('leaving out study 12 alone turns the profile round; every other leaves 20 Gy or more and a low end of 4.9 to 8', () => {
    const profile = profileAlphaBeta(fitter, withTwelve);
    const left = leaveOneOut(fitter, withTwelve, profile);
    expect(left).toHaveLength(15);
    for (const { id, bestGy, set95, excessAtFormerBest } of left) {
      if (id === '12') {
        expect(bestGy).toBe(1);
        expect(set95).toEqual({ lowGy: null, highGy: 6 });
        expect(excessAtFormerBest).toBeCloseTo(8.838, 2);
      } else {
        expect(bestGy).toBeGreaterThanOrEqual(20);
        expect(set95.lowGy).toBeGreaterThanOrEqual(4.9);
        expect(set95.lowGy).toBeLessThanOrEqual(8);
        expect(set95.highGy).toBeNull();
        expect(excessAtFormerBest).toBeLessThan(1);
      }
    }
  });
});

describe('local control fitted log-logistically', () => {
  const fitter = createControlFitter(controlFitModels.logLogistic, controlRows);

  it('at α/β 4.9 Gy agrees with scipy', () => {
    const { parameters, objective } = fitter.fit(4.9, withoutTwelve);
    expect(parameters.surgeryAlone).toBeCloseTo(0.70826, 4);
    expect(parameters.d50Gy).toBeCloseTo(21.0221, 2);
    expect(parameters.gamma50).toBeCloseTo(0.36865, 4);
    expect(objective).toBeCloseTo(20.965822, 5);
    const all = fitter.fit(4.9, withTwelve);
    expect(all.parameters.surgeryAlone).toBeCloseTo(0.7674, 4);
    expect(all.parameters.d50Gy).toBeCloseTo(41.5413, 2);
    expect(all.parameters.gamma50).toBeCloseTo(0.95728, 4);
  });

  it.each([
    ['all studies', withTwelve, reference.logLogisticAll, 60],
    ['without study 12', withoutTwelve, reference.logLogisticWithout, 0.5],
  ])('turns round as well: %s', (_name, included, excess, best) => {
    const { points, bestGy } = profileAlphaBeta(fitter, included);
    expect(bestGy).toBe(best);
    points.forEach((point, i) => {
      expect(Math.abs(point.excess - excess[i])).toBeLessThan(1e-3);
    });
  });
});

describe('one rate for every schedule', () => {
  it('fits the irradiated studies with deviance 21.2 on 13 degrees of freedom', () => {
    const rows = controlRows.filter(
      ({ control, schedule }) => control.use === 'fit' && !isSurgeryAlone(schedule),
    );
    const { longRunControl, deviance, degreesOfFreedom } = fitConstantControl(rows);
    expect(longRunControl).toBeCloseTo(0.916911, 5);
    expect(deviance).toBeCloseTo(21.165245, 5);
    expect(degreesOfFreedom).toBe(13);
  });
});

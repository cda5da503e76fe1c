import { describe, expect, it } from 'vitest';
import { createCohort } from '../../src/cohort/cohort.ts';
import { cohortSchema } from '../../src/cohort/cohort-schema.ts';
import { medianOf, quantileOf } from '../../src/cohort/column-quantile.ts';
import { createPatientSampler } from '../../src/cohort/patients.ts';
import { createCourse } from '../../src/radiobiology/course.ts';
import { createEffectiveDose } from '../../src/radiobiology/create-effective-dose.ts';
import { effectOf } from '../../src/radiobiology/effective-dose.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { seedKey } from '../../src/random/seed-key.ts';
import { samplePatients } from '../fixtures/sample-patients.ts';

const cohortOf = (parameterisation: string, heterogeneity: object, rest: object = {}) =>
  createCohort(cohortSchema.parse({ parameterisation, heterogeneity, ...rest }));
const refusal = (parameterisation: string, heterogeneity: object, rest: object = {}) => {
  const parsed = cohortSchema.safeParse({ parameterisation, heterogeneity, ...rest });
  return parsed.error?.issues.map(({ message, path }) => `${path.join('.')}: ${message}`) ?? [];
};
const columnsOf = (cohort: ReturnType<typeof cohortOf>, reads: string[], count = 1) => {
  const sampler = createPatientSampler(cohort, reads, 0, count);
  samplePatients(sampler, seedKey('parameterisations'), 0, 0, count);
  return sampler.columns;
};
const doseOf = (text: string) => createEffectiveDose(createCourse(parseSchedule(text)), {});

describe('rsiBeta', () => {
  it.each([
    [0.3, '25 x 2 Gy', 30.09932],
    [0.5, '25 x 2 Gy', 17.32868],
    [0.62, '25 x 2 Gy', 11.950895],
    [0.5, '5 x 6 Gy', 16.397208],
  ])('RSI %d: the effect of %s is its GARD, %d', (rsi, schedule, gard) => {
    const { alphaPerGy, alphaBetaGy } = columnsOf(cohortOf('rsiBeta', { rsi, betaPerGy2: 0.05 }), [
      'alphaPerGy',
      'alphaBetaGy',
    ]);
    const effect = effectOf(doseOf(schedule), alphaPerGy[0], alphaBetaGy[0]);
    expect(effect).toBeCloseTo(gard, 6);
    if (schedule === '25 x 2 Gy') expect(effect).toBeCloseTo(-25 * Math.log(rsi), 10);
  });

  it('refuses an RSI that leaves nothing for α, and says where', () => {
    expect(refusal('rsiBeta', { rsi: 0.9, betaPerGy2: 0.05 })).toEqual([
      'heterogeneity: α is -0.04732 per Gy at rsi 0.9 and betaPerGy2 0.05 (must be > 0; add within)',
    ]);
    // e^(−4β) = 0.8187 is the largest with β 0.05
    const law = (high: number) => ({ uniform: { min: 0.2, max: high } });
    expect(refusal('rsiBeta', { rsi: law(0.8), betaPerGy2: 0.05 })).toEqual([]);
    expect(refusal('rsiBeta', { rsi: law(0.83), betaPerGy2: 0.05 })[0]).toContain('at rsi 0.83');
    const subtypes = { a: { weight: 0.5 }, b: { weight: 0.5, heterogeneity: { rsi: 0.85 } } };
    expect(refusal('rsiBeta', { rsi: 0.4, betaPerGy2: 0.05 }, { subtypes })).toEqual([
      'subtypes.b.heterogeneity: α is -0.01874 per Gy at rsi 0.85 and betaPerGy2 0.05 (must be > 0; add within)',
    ]);
  });

  it('refuses what is no survival, no β, and characteristics of others', () => {
    expect(refusal('rsiBeta', { rsi: 1, betaPerGy2: 0.05 })[0]).toContain('strictly between 0 and 1');
    expect(refusal('rsiBeta', { rsi: 0, betaPerGy2: 0.05 })[0]).toContain('strictly between 0 and 1');
    expect(refusal('rsiBeta', { rsi: 0.4, betaPerGy2: 0 })[0]).toContain('must be > 0');
    expect(refusal('rsiBeta', { rsi: 0.4, alphaBetaGy: 5 })[0]).toContain('belongs to parameterisation');
  });

  it('has the α/β of the median RSI as its median', () => {
    const cohort = cohortOf('rsiBeta', {
      rsi: { logLogNormal: { median: 0.5, sigma: 0.2 }, within: [0.1, 0.8] },
      betaPerGy2: 0.05,
    });
    const rsi = medianOf(cohort, 'rsi')!;
    expect(medianOf(cohort, 'alphaBetaGy')).toBeCloseTo((-Math.log(rsi) / 2 - 0.1) / 0.05, 10);
  });
});

describe('alphaBeta', () => {
  const cohort = cohortOf('alphaBeta', {
    alphaPerGy: { logNormal: { median: 0.3, sigma: 0.25 } },
    betaPerGy2: 0.03,
  });

  it('has α/β that rises and falls with α', () => {
    const { alphaPerGy, alphaBetaGy } = columnsOf(cohort, ['alphaPerGy', 'alphaBetaGy'], 200);
    for (let i = 0; i < 200; i++) expect(alphaBetaGy[i]).toBe(alphaPerGy[i] / 0.03);
  });

  it('has the quantiles of α over β', () => {
    expect(medianOf(cohort, 'alphaBetaGy')).toBeCloseTo(10, 10);
    expect(quantileOf(cohort, 'alphaBetaGy', 0.975)).toBeCloseTo(10 * Math.exp(0.25 * 1.959963984540054), 8);
    expect(medianOf(cohort, 'alphaPerGy')).toBeCloseTo(0.3, 10);
  });

  it('reads α alone where α/β is not asked for', () => {
    expect(Object.keys(columnsOf(cohort, ['alphaPerGy']))).toEqual(['alphaPerGy']);
  });

  it('refuses α and β that are not above 0', () => {
    expect(refusal('alphaBeta', { alphaPerGy: 0, betaPerGy2: 0.03 })[0]).toContain('must be > 0');
    expect(refusal('alphaBeta', { alphaPerGy: 0.3, betaPerGy2: -0.03 })[0]).toContain('must be > 0');
  });
});

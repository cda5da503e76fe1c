import { describe, expect, it } from 'vitest';
import { type CalibrationOptions, calibrate } from '../../src/evidence/calibrate.ts';
import { controlFitModels } from '../../src/evidence/control-models/index.ts';
import { drawsTable } from '../../src/evidence/draws-table.ts';
import { controlByTime, createControlFitter, hasControl } from '../../src/evidence/fit-control.ts';
import { readEvidence } from '../../src/evidence/read-evidence.ts';
import { doseSums } from '../../src/radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { evidence } from '../fixtures/evidence.ts';

const schedule = (text: string) => ({ text, sums: doseSums(parseSchedule(text)) });
const options: CalibrationOptions = {
  evidence: 'test',
  model: 'residualDisease',
  exclude: [],
  include: [],
  compare: [schedule('25 x 2 Gy'), schedule('5 x 5 Gy')],
  costAlphaBetasGy: [3, 10],
  woundAlphaBetaGy: 10,
  draws: 100,
  seed: 'test',
};

describe('calibration of the shipped evidence', () => {
  const result = calibrate(evidence, options);

  it('shows α/β with and without study 12, and concludes that it is not identified', () => {
    expect(result.sets.map(({ name, ids }) => [name, ids.length])).toEqual([
      ['fitted', 14],
      ['withExcluded', 15],
    ]);
    expect(result.verdict.isIdentified).toBe(false);
    const [first, second, third] = result.verdict.sentences;
    expect(first).toBe('α/β is not identified: the 95 % set, adjusted for over-dispersion, is up to 10 Gy.');
    expect(second).toBe(
      'With study 12 it is 2 Gy and more, without bound; the best value moves from 1 Gy to 30 Gy.',
    );
    expect(third).toBe(
      'Leaving out one of 15 studies (12) moves the best value from 30 Gy to 1 Gy; 30 Gy is then refused.',
    );
  });

  it('sets every study with control beside the fit, DOREMY and study 12 unfitted', () => {
    expect(result.studies).toHaveLength(18);
    expect(result.studies.filter(({ isFitted }) => !isFitted).map(({ id }) => id)).toEqual(['12', 'doremy']);
    const twelve = result.studies.find(({ id }) => id === '12')!;
    expect(twelve.z).toBeCloseTo(-6.976, 2);
    expect(twelve.zInSecondSet).toBeLessThan(-4.5);
    expect(result.studies.filter(({ isMyxoid }) => isMyxoid).map(({ id }) => id)).toEqual(['13', 'doremy']);
  });

  it('is plain data and repeats to the byte', () => {
    const text = JSON.stringify(result);
    expect(JSON.parse(text)).toEqual(result);
    expect(JSON.stringify(calibrate(evidence, options))).toBe(text);
  });

  it('draws are paths of a scenario', () => {
    const lines = drawsTable(result.posteriors).trimEnd().split('\n');
    expect(lines).toHaveLength(101);
    expect(lines[0]).toBe(
      'truth.localControl.residualProbability,truth.localControl.maxLnClonogens,truth.cohort.heterogeneity.alphaBetaGy.logNormal.median,truth.woundComplication.intercept,truth.woundComplication.slopePer10Gy',
    );
    for (const line of lines.slice(1)) {
      const [q, maxLn, alphaBetaGy] = line.split(',').map(Number);
      expect(q).toBeGreaterThan(0);
      expect(q).toBeLessThan(1);
      expect(maxLn).toBeGreaterThan(1);
      expect(maxLn).toBeLessThan(60);
      expect(alphaBetaGy).toBeGreaterThan(0.05);
    }
  });
});

describe('the choice of studies', () => {
  const names = (changes: Partial<CalibrationOptions>) =>
    calibrate(evidence, { ...options, ...changes }).sets.map(({ name, ids }) => [name, ids.length]);

  it('takes out and in', () => {
    expect(names({ exclude: ['7', '12'] })).toEqual([
      ['fitted', 13],
      ['withExcluded', 15],
    ]);
    expect(names({ include: ['12'] })).toEqual([
      ['fitted', 15],
      ['asFlagged', 14],
    ]);
    expect(names({ include: ['12', 'doremy'] })).toEqual([
      ['fitted', 16],
      ['asFlagged', 14],
    ]);
  });

  it.each([
    [{ exclude: ['99'] }, '--exclude 99  unknown study: 99'],
    [{ include: ['5'] }, '--include 5  this study has no local control to fit'],
    [{ include: ['12'], exclude: ['12'] }, '--include 12  this study is excluded as well'],
    [
      { exclude: ['1', '2', '3', '4', '6', '7', '8', '9', '10', '11', '13', '14'] },
      'the evidence  2 irradiated studies with local control; a fit needs at least 3',
    ],
  ])('%j is refused', (changes, message) => {
    expect(() => calibrate(evidence, { ...options, ...changes })).toThrow(message);
  });
});

/** A table of large studies that follow the model at α/β 3 Gy, with no over-dispersion. */
function madeAt3Gy(): string {
  const schedules = [
    'surgery alone',
    '25 x 2 Gy',
    '10 x 2 Gy',
    '5 x 3 Gy',
    '5 x 5 Gy',
    '3 x 6 Gy',
    '2 x 8 Gy',
    '4 x 2 Gy',
  ];
  const head = 'id,schedule,n,controlCount,atYears';
  const bare = readEvidence(
    `${head}\n${schedules.map((text, i) => `s${i},${text},1000,500,5`).join('\n')}`,
    'x',
  ).filter(hasControl);
  const fitter = createControlFitter(controlFitModels.residualDisease, bare);
  const longRun = fitter.longRun({
    alphaBetaGy: 3,
    parameters: { residualProbability: 0.5, maxLnClonogens: 14 },
    objective: 0,
    deviance: 0,
  });
  const lines = schedules.map(
    (text, i) => `s${i},${text},20000,${Math.round(20_000 * controlByTime(longRun[i], 5))},5`,
  );
  return [head, ...lines].join('\n');
}

describe('a table that does determine α/β', () => {
  const result = calibrate(readEvidence(madeAt3Gy(), 'x'), options);

  it('is found to, with the α/β that it was made with', () => {
    expect(result.verdict.isIdentified).toBe(true);
    expect(result.verdict.sentences[0]).toContain('is identified within this model');
    expect(result.sets).toHaveLength(1);
    expect(result.sets[0].profile.bestGy).toBe(3);
    const [, , median] = result.posteriors[0].marginals;
    expect(median.low95).toBeLessThan(3);
    expect(median.high95).toBeGreaterThan(3);
    // The truth is recovered within the posterior's own spread
    const [q, maxLn] = result.posteriors[0].marginals;
    expect(Math.abs(q.mean - 0.5) / q.standardDeviation).toBeLessThan(1);
    expect(Math.abs(maxLn.mean - 14) / maxLn.standardDeviation).toBeLessThan(1);
  });

  it('has no wounds, and says nothing of them', () => {
    expect(result.wounds).toBeNull();
    expect(result.posteriors).toHaveLength(1);
  });
});

it('warns where no study is of surgery alone', () => {
  const rows = evidence.filter(({ id }) => !['pisters-1996', 'yang-1998'].includes(id));
  expect(calibrate(rows, options).warnings[0]).toContain('no study of surgery alone');
});

it('copes with studies in which nobody fails', () => {
  const text = 'id,schedule,n,controlRate,atYears\na,25 x 2,20,1,3\nb,5 x 5,20,1,3\nc,10 x 3,20,1,3';
  const { sets, posteriors, verdict } = calibrate(readEvidence(text, 'x'), options);
  expect(sets[0].profile.set95).toEqual({ lowGy: null, highGy: null });
  expect(verdict.isIdentified).toBe(false);
  expect(posteriors[0].draws.flat().every(Number.isFinite)).toBe(true);
});

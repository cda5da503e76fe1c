import { beforeAll, describe, expect, it } from 'vitest';
import { inputWords } from '../../src/report/input-words.ts';
import { renderSensitivity } from '../../src/report/render-sensitivity.ts';
import { sensitivityCharts } from '../../src/report/sensitivity-charts/index.ts';
import { sensitivityText } from '../../src/report/sensitivity-text.ts';
import { SHARES_ARE_CUT, sensitivityAnswer } from '../../src/report/sensitivity-words.ts';
import type { SensitivityRecord, SensitivityResult } from '../../src/study/sensitivity/sensitivity-result.ts';
import { sensitivityRecord } from '../fixtures/sensitivity-record.ts';
import { withoutScripts } from '../fixtures/without-scripts.ts';

describe('words for inputs', () => {
  const wordsOf = (...names: string[]): string[] =>
    names.map(inputWords(names.map((name) => ({ name, paths: [name] }))));

  it('say what a path is of which endpoint, and which parameter of a law', () => {
    expect(
      wordsOf(
        'truth.cohort.heterogeneity.alphaBetaGy',
        'truth.localControl.gamma50',
        'truth.localControl.anchor.rate',
        'truth.woundComplication.alphaBetaGy',
        'truth.woundComplication.slopePer10Gy',
        'truth.localControl.latency.logNormal.medianYears',
        'truth.woundComplication.oddsRatios.lowerLimb',
      ),
    ).toEqual([
      'α/β',
      'slope (γ50) of local control',
      'baseline rate of local control',
      'α/β of wound complications',
      'slope of wound complications',
      'latency of local control (medianYears)',
      'woundComplication oddsRatios lowerLimb',
    ]);
    expect(
      wordsOf(
        'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median',
        'truth.cohort.heterogeneity.alphaBetaGy.logNormal.sigma',
      ),
    ).toEqual(['α/β (median)', 'α/β (sigma)']);
  });

  it('name what joint draws hold, as far as that is short', () => {
    const paths = [
      'truth.cohort.heterogeneity.alphaBetaGy',
      'truth.localControl.gamma50',
      'truth.localControl.anchor.rate',
    ];
    const block = (count: number) =>
      inputWords([{ name: 'posterior', paths: paths.slice(0, count), draws: 9 }]);
    expect(block(2)('posterior')).toBe('α/β with slope (γ50) of local control');
    expect(block(3)('posterior')).toBe('posterior, 3 values drawn together');
  });
});

describe('the report of a sensitivity study', () => {
  let record: SensitivityRecord;
  beforeAll(async () => {
    record = await sensitivityRecord();
  });
  const withResult = (change: Partial<SensitivityResult>): SensitivityResult => ({
    ...record.result,
    ...change,
  });

  it('answers in three paragraphs: shares, one at a time, decision', () => {
    const [shares, alone, decision] = sensitivityAnswer(record.result);
    expect(shares).toMatch(
      /^α\/β accounts for \d+ % \(\d+ to \d+\) of the variance of power by itself and for \d+ % \(\d+ to \d+\) with its interactions; slope \(γ50\) of local control for/,
    );
    expect(alone).toMatch(
      /^As planned the power is 31\.1 %\. .* α\/β alone takes it from 100\.0 to 0\.0 %, further/,
    );
    expect(decision).toMatch(/a false one loses 1 and running costs 0\.2 \(assumed, not found\)/);
  });

  it('says where power does not vary, and where inputs act together', () => {
    const flat = { power: null, inputs: record.result.inputs.map((input) => ({ ...input, power: null })) };
    expect(sensitivityAnswer(withResult(flat))[0]).toBe('Power does not vary over what is uncertain.');
    expect(sensitivityAnswer(withResult({ ...flat, isExact: false, replicatesPerWorld: 20 }))[0]).toContain(
      'by no more than the chance of 20 simulated trials a world',
    );
    expect(sensitivityText(withResult(flat)).join('\n')).not.toMatch(/NaN|undefined|null/);
    const power = { ...record.result.power!, interactions: { estimate: 0.3, low: 0.2, high: 0.4 } };
    expect(sensitivityAnswer(withResult({ power }))[0]).toContain('the remaining 30 % (20 to 40)');
  });

  it('gives the rate of a single arm, the difference of two', () => {
    const text = (arms: number): string =>
      sensitivityText(withResult({ firstClaim: { endpoint: 'localControl', arms } })).join('\n');
    expect(text(2)).toContain('difference in local control');
    expect(text(1)).toMatch(/power {2,}local control\n.*98\.0 → 69\.7 %/);
  });

  it('shows no share beyond 0 and 100 %, and says so', async () => {
    const shares = {
      firstOrder: { estimate: -0.01, low: -0.06, high: 0.04 },
      total: { estimate: 1.02, low: 0.9, high: 1.1 },
    };
    const inputs = record.result.inputs.map((input) => ({ ...input, power: shares, difference: shares }));
    const beyond = { ...record, result: withResult({ inputs }) };
    const { data, title, description } = sensitivityCharts['variance-shares'].content(beyond)!;
    expect(title).toContain('accounts for 0 % of the variance of power by itself, 100 % with');
    expect(description).toContain(SHARES_ARE_CUT);
    const { html } = await renderSensitivity(beyond);
    for (const words of [
      sensitivityText(beyond.result).join('\n'),
      withoutScripts(html).replaceAll('\u00a0', ' '),
    ]) {
      expect(words).toContain('0 % (0 to 4)');
      expect(words).toContain('100 % (90 to 100)');
      expect(words).not.toMatch(/102 %|to 110\)|−1 %|−6 to/);
      expect(words.replace(/\s+/g, ' ')).toContain(SHARES_ARE_CUT);
    }
    expect(data.shares.slice(0, 2)).toMatchObject([
      { share: 0, low: 0, high: 4, label: '0 %' },
      { share: 100, low: 90, high: 100, label: '100 %' },
    ]);
  });

  it('keeps a page that holds nothing unsaid', async () => {
    const { html, figures } = await renderSensitivity(record);
    expect(figures.map(({ name }) => name)).toEqual(['power-tornado', 'variance-shares']);
    expect(withoutScripts(html)).not.toMatch(/NaN|undefined|\[object/);
    for (const words of ['What matters', 'The worth of knowing', 'Provenance']) expect(html).toContain(words);
    const flat = { power: null, inputs: record.result.inputs.map((input) => ({ ...input, power: null })) };
    const { figures: left } = await renderSensitivity({ ...record, result: withResult(flat) });
    expect(left.map(({ name }) => name)).toEqual(['power-tornado']);
  });
});

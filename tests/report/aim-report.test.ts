import { beforeAll, describe, expect, it } from 'vitest';
import type { AimResult } from '../../src/engine/aim-result.ts';
import { readResult } from '../../src/engine/read-result.ts';
import { aimAnswer } from '../../src/report/aim-answer.ts';
import { aimCharts } from '../../src/report/aim-charts/index.ts';
import { aimText } from '../../src/report/aim-text.ts';
import type { Figure } from '../../src/report/draw-figures.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { makeAim } from './make-aim.ts';
import { HOSTILE } from './make-result.ts';

let result: AimResult;
let report: { html: string; figures: readonly Figure[] };

beforeAll(async () => {
  result = await makeAim({ title: `Aim ${HOSTILE}` });
  report = await renderReport(result);
}, 60_000);

describe('the report of an aim', () => {
  it('draws every chart, and takes no text for markup', () => {
    expect(report.figures.map(({ name }) => name)).toEqual(Object.keys(aimCharts));
    expect(report.html).not.toContain('<script>document');
    expect(report.html).toContain('&lt;script&gt;');
  });

  it('answers with what is simulated, what is expected beside it, and what it costs', () => {
    const answer = aimAnswer(result).join(' ');
    const [{ operatingCharacteristics, estimation }] = result.truths;
    const { power } = operatingCharacteristics;
    expect(answer).toContain(`normal approximation ${(100 * power.expected!).toFixed(1)} %`);
    expect(answer).toContain('from the expected failures, is 1.18 Gy');
    expect(answer).toContain('7.0 in control, 10.6 in fiveBySix, 52.9 in fiveByFive; together 49.5 more');
    expect(answer).toMatch(/Other truths: α\/β is bounded in [\d.]+ ± [\d.]+ % under shallow/);
    expect(estimation.arms[2].failures.exact).toBeCloseTo(52.93, 2);
    expect(report.html).toContain('52.9');
  });

  it('names its methods with their sources', () => {
    for (const source of ['Prentice &amp; Gloeckler 1978', 'Fieller 1954', 'Cox &amp; Hinkley 1974'])
      expect(report.html).toContain(source);
  });

  it('is a text for a terminal of 100 columns', () => {
    const lines = aimText({ ...result, scenario: { ...result.scenario, title: 'α/β' } });
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    for (const words of [
      'Fieller',
      'profile',
      'delta',
      'not estimable',
      'g1 + 2·g2',
      'called exact is exact',
    ])
      expect(lines.join('\n')).toContain(words);
  });

  it('is read back from its file, and made without truths that have estimates', async () => {
    expect(readResult(JSON.stringify(result), 'result.json')).toEqual(result);
    const none = await makeAim({
      'truth.localControl': { model: 'statedRates', control: 0.93, fiveBySix: 0.9, fiveByFive: 0 },
      truths: {},
      'simulation.replicates': 20,
    });
    const { html, figures } = await renderReport(none);
    expect(figures).toEqual([]);
    expect(html).toContain('No trial has an estimate');
  });
});

describe('precision against failures', () => {
  it('passes through the plan, and blows up where two arms are one', () => {
    const { data } = aimCharts['precision-against-failures'].content(result)!;
    const rows = data.trade as {
      kind: string;
      arm: string;
      order: number;
      failures: number;
      value: number;
    }[];
    for (const order of [0, 1]) {
      const own = rows.filter((row) => row.order === order && row.arm.startsWith('fiveByFive'));
      const [planned] = own.filter(({ kind }) => kind === 'planned');
      const curve = own.filter(({ kind }) => kind === 'curve');
      const near = curve.reduce((a, b) =>
        Math.abs(b.failures - planned.failures) < Math.abs(a.failures - planned.failures) ? b : a,
      );
      expect(near.value / planned.value).toBeCloseTo(1, 2);
      // 5 × 5 Gy becomes 5 × 6 Gy at 120 %: there α/β is never bounded, and the standard error has left the frame
      const [least] = curve.toSorted((a, b) => a.failures - b.failures);
      if (order === 0) expect(least.value).toBeGreaterThan(2 * planned.value);
      else expect(least.value).toBe(0);
    }
  });
});

import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderSweep } from '../../src/report/render-sweep.ts';
import { sweepCharts } from '../../src/report/sweep-charts/index.ts';
import { sweepText } from '../../src/report/sweep-text.ts';
import type { SweepResult } from '../../src/study/sweep/sweep-result.ts';
import { cellRecords, sweepHeader } from '../../src/study/sweep/sweep-table.ts';
import { singleArmText } from '../fixtures/single-arm-text.ts';
import { type InlineSweep, sweepInline } from '../fixtures/sweep-inline.ts';
import { withoutScripts } from '../fixtures/without-scripts.ts';
import { HOSTILE, TWO_ARMS } from './make-result.ts';

const MEDIAN = 'truth.cohort.heterogeneity.alphaBetaGy.logNormal.median';
const set = ['simulation.replicates=60', 'simulation.worlds=8'];

/** Every kind of sweep: along a number, a grid, along none, a single arm with looks. */
const cases: Record<string, InlineSweep> = {
  'one number': { text: TWO_ARMS, vary: [`${MEDIAN}=2..8/3`], set },
  'a grid with truths': {
    text: TWO_ARMS,
    vary: [`${MEDIAN}=2..8/2 log`, 'design.perArm=40,90'],
    set,
    hasTruths: true,
  },
  'schedules alone': { text: TWO_ARMS, vary: ['arms.experimental.schedule=5 x 6 Gy,5 x 5 Gy'], set },
  'a single arm with a look': {
    text: singleArmText(),
    vary: ['truth.localControl.boost=0.05..0.35/3'],
    tips: [{ quantity: 'expectedSampleSize', target: 15 }],
  },
};

describe.each(Object.entries(cases))('a sweep over %s', (_, asked) => {
  let result: SweepResult;
  beforeAll(async () => {
    result = JSON.parse(JSON.stringify(await sweepInline(asked))) as SweepResult;
  });

  it('has a report without a hole that needs nothing but itself, twice the same', async () => {
    const { html, figures } = await renderSweep(result, 'isoeffect sweep x');
    for (const page of [withoutScripts(html), ...figures.map(({ svg }) => svg)])
      expect(page).not.toMatch(/NaN|undefined|Infinity|\[object|>null<\//);
    const style = html.match(/<style>(.*?)<\/style>/s)![1];
    expect(html).toContain(`sha256-${createHash('sha256').update(style).digest('base64')}`);
    expect(withoutScripts(html)).not.toMatch(/<script|<link|<img|\sstyle=|(?:src|href)="(?!#)/i);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await renderSweep(result, 'isoeffect sweep x')).html).toBe(html);
  });

  it('answers a terminal on 100 columns, without a hole', () => {
    const lines = sweepText(result);
    for (const line of lines) expect([...line].length).toBeLessThanOrEqual(100);
    expect(lines.join('\n')).not.toMatch(/NaN|undefined|Infinity|\[object|null/);
    for (const answer of result.answers) expect(lines.join(' ')).toContain(answer);
  });

  it('has a table in which every row has the header’s fields', () => {
    const width = sweepHeader(result.paths.map(({ path }) => path)).split(',').length;
    const [first] = result.cells;
    const lines = cellRecords(
      first,
      result.rows.filter(({ cell }) => cell === 1),
    )
      .trimEnd()
      .split('\n');
    for (const line of lines) expect(line.split(',')).toHaveLength(width);
  });
});

it('marks tipping points where the result has them', async () => {
  const result = await sweepInline(cases['one number']);
  const { data, params } = sweepCharts['sweep-rates'].content(result)!;
  const equal = result.tippingPoints.find(({ criterion }) => criterion.kind === 'rates')!;
  expect(data.equal.map(({ x }) => x)).toEqual(equal.crossings.map(({ at }) => Number(at.toPrecision(6))));
  expect([params.xLow, params.xHigh]).toEqual([2, 8]);
  expect(sweepCharts['sweep-cells'].content(result)).toBeUndefined();
});

it('shows text of a scenario as text', async () => {
  const result = await sweepInline({ ...cases['schedules alone'], set });
  const hostile = {
    ...result,
    scenario: { ...result.scenario, title: HOSTILE, question: HOSTILE },
    cells: result.cells.map((cell) => ({ ...cell, values: { 'arms.experimental.schedule': HOSTILE } })),
    answers: [HOSTILE],
    warnings: [HOSTILE],
  };
  const { html, figures } = await renderSweep(hostile, HOSTILE);
  for (const page of [withoutScripts(html), ...figures.map(({ svg }) => svg)])
    expect(page).not.toMatch(/<script|<img|onerror="/i);
});

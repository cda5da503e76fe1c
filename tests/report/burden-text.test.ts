import { beforeAll, describe, expect, it } from 'vitest';
import type { BurdenComparison, BurdenResult } from '../../src/engine/burden/burden-result.ts';
import type { RunResult } from '../../src/engine/result.ts';
import { burdenTables } from '../../src/report/burden-tables.ts';
import { burdenLines } from '../../src/report/burden-text.ts';
import { badEventWords, burdenNote, money, verdictWords } from '../../src/report/burden-words.ts';
import { summaryText } from '../../src/report/summary-text.ts';
import { BURDEN } from '../engine/burden/burden-text.ts';
import { runInline } from '../fixtures/run-inline.ts';

let result: RunResult;
beforeAll(async () => {
  ({ result } = await runInline(
    BURDEN,
    'uncertainty.burden.costPerFraction={ logNormal: { median: 240, sigma: 0.3 } }',
    'simulation.worlds=50',
    'truths.alike={ truth.localControl.experimental: 0.93 }',
  ));
});

describe('the burden on a terminal', () => {
  it('is a table by arm, one by truth and two over the worlds, then the verdict', () => {
    const lines = burdenLines(result);
    expect(lines.find((line) => line.startsWith('visits'))).toMatch(/^visits +26 +6 +−20$/);
    expect(lines.find((line) => line.startsWith('cost in all, EUR'))).toMatch(/14,662 +10,072 +−4590$/);
    expect(lines.find((line) => line.startsWith('alike'))).toMatch(/−5340 +0\.0 +dominant +–$/);
    expect(lines.find((line) => line.includes('probability: saves'))).toMatch(/100\.0 ± .* % +yes$/);
    expect(lines.join(' ')).toContain(
      'Experimental saves EUR\u00a04590 a patient against control, with 3 more local failures in 100',
    );
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(110);
    expect(summaryText(result).join('\n')).toContain(lines.join('\n'));
  });

  it('is nothing where the scenario states none', () => {
    expect(burdenLines({})).toEqual([]);
  });
});

describe('the tables', () => {
  it('name the test arms where there are several', () => {
    const burden = result.burden!;
    const twice = <T>([one]: readonly T[]): T[] => [one, { ...one, arm: 'third' }];
    const more = {
      ...burden,
      truths: burden.truths.map((truth) => ({ ...truth, comparisons: twice(truth.comparisons) })),
      worlds: { ...burden.worlds!, comparisons: twice(burden.worlds!.comparisons) },
    };
    const headings = (of: BurdenResult) => burdenTables(of).map((table) => table.headings);
    expect(headings(burden).flat()).not.toContain('arm');
    const [, ...compared] = headings(more);
    expect(compared.map((own) => own.includes('arm'))).toEqual([true, true, true]);
    for (const { headings: own, rows } of burdenTables(more))
      expect(rows.filter((row) => row.length !== own.length)).toEqual([]);
  });
});

describe('the note', () => {
  it('says where rates are not exact', () => {
    const { burden } = result;
    expect(burdenNote(burden!)).toContain('by exact rates');
    const [planned, ...others] = burden!.truths;
    expect(burdenNote({ ...burden!, truths: [{ ...planned, isExact: false }, ...others] })).toContain(
      'not exact',
    );
    expect(burdenNote({ ...burden!, worlds: { ...burden!.worlds!, isExact: false } })).toContain('not exact');
  });
});

describe('the verdict', () => {
  const words = (
    cost: number,
    avertedPer100: number,
    quadrant: BurdenComparison['quadrant'],
    costPerEvent: number | null,
  ) =>
    verdictWords({ ...result.burden!, endpoint: 'fibrosis' } as BurdenResult, 'old', {
      ...result.burden!.truths[0].comparisons[0],
      arm: 'new',
      cost,
      avertedPer100,
      quadrant,
      costPerEvent,
    });

  it('says which arm dominates, and states a ratio only where none does', () => {
    expect(words(-500, 2, 'dominant', null)).toBe(
      'new dominates old: EUR\u00a0500 cheaper a patient, with 2 fewer cases of fibrosis in 100',
    );
    expect(words(-500, 0, 'dominant', null)).toContain('with no more cases of fibrosis');
    expect(words(0, 2, 'dominant', null)).toContain('as dear, with 2 fewer');
    expect(words(500, -2, 'dominated', null)).toContain(
      'it costs EUR\u00a0500 more a patient, with 2 more cases',
    );
    expect(words(500, 0, 'dominated', null)).toContain('with no fewer cases of fibrosis');
    expect(words(0, -2, 'dominated', null)).toContain('it is as dear, with 2 more');
    expect(words(500, 2, 'costlierWithFewer', 25_000)).toContain(
      'EUR\u00a025,000 per case of fibrosis averted',
    );
    expect(words(0, 0, 'equal', null)).toBe('new costs as much as old, with as many cases of fibrosis');
  });

  it('names events and money', () => {
    expect(badEventWords('localControl')).toEqual(['local failure', 'local failures']);
    expect([12_345.6, -99.994, -0.001, 0].map((value) => money('EUR', value))).toEqual([
      'EUR\u00a012,346',
      '−EUR\u00a099.99',
      'EUR\u00a00',
      'EUR\u00a00',
    ]);
  });
});

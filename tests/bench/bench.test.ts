import { describe, expect, it } from 'vitest';
import { disagreements } from './compare-answers.ts';
import { costExponent } from './cost-exponent.ts';
import { rate } from './figures.ts';
import type { Measurement, Program } from './measurement.ts';
import { median } from './median.ts';
import { readOptions } from './options.ts';
import { pairedRatio } from './ratio.ts';
import { runPairs } from './run-pairs.ts';
import { outcomeLines, targetCells, targetLines } from './tables.ts';
import { isMet, type Target, timesTheBound } from './target.ts';
import { renderTargets } from './targets-chart.ts';
import { markdownOf, withBench } from './write-docs.ts';

const target = (part: Partial<Target>): Target => ({
  workload: 'T1',
  name: 'as quick as numpy',
  measured: 1,
  unit: '×',
  ...part,
});

describe('ratios of pairs', () => {
  it('takes the median of the ratios, not the ratio of the medians', () => {
    // A machine that slows down tenfold for one pair slows both
    expect(pairedRatio([1, 20, 3], [1, 10, 1])).toEqual({ median: 2, min: 1, max: 3 });
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('refuses what are no pairs', () => {
    expect(() => pairedRatio([1], [1, 2])).toThrow(RangeError);
    expect(() => pairedRatio([], [])).toThrow(RangeError);
  });
});

describe('comparison of answers', () => {
  const answer = (estimate: number, mcse: number) => [{ name: 'power', estimate, mcse }];

  it('agrees within four combined standard errors, on either side', () => {
    // √(0.003² + 0.004²) = 0.005
    expect(disagreements(answer(0.5, 0.003), answer(0.5199, 0.004))).toEqual([]);
    expect(disagreements(answer(0.5, 0.003), answer(0.4801, 0.004))).toEqual([]);
    const [sentence] = disagreements(answer(0.5, 0.003), answer(0.5201, 0.004));
    expect(sentence).toBe('power: ours 0.500000, theirs 0.520100, 4.0 standard errors apart');
  });

  it('lets exact answers differ by rounding alone', () => {
    expect(disagreements(answer(0.5, 0), answer(0.5 + 1e-12, 0))).toEqual([]);
    expect(disagreements(answer(0.5, 0), answer(0.5 + 1e-6, 0))).toHaveLength(1);
  });

  it('takes neither NaN nor a missing answer for agreement', () => {
    expect(disagreements(answer(Number.NaN, 0.1), answer(0.5, 0.1))).toHaveLength(1);
    expect(disagreements([], answer(0.5, 0.1))).toEqual(['power: no answer of ours to compare with']);
  });
});

describe('runs in pairs', () => {
  const order: string[] = [];
  const program = (name: string, seconds: readonly number[], estimate = 0.5): Program => {
    let run = 0;
    return {
      name,
      run: (): Measurement => {
        order.push(name);
        const cpuSeconds = seconds[run++];
        const answers = [{ name: 'power', estimate, mcse: 0.01 }];
        return { units: 10, cpuSeconds, wallSeconds: 2 * cpuSeconds, peakBytes: run, answers };
      },
    };
  };

  it('alternate, and are compared by rounds', () => {
    order.length = 0;
    const ours = program('ours', [1, 10, 2]);
    const { rows, cpuRatios } = runPairs(
      ours,
      [program('peer', [2, 30, 4])],
      3,
      (perSecond) => `${perSecond}`,
    );
    expect(order).toEqual(['ours', 'peer', 'ours', 'peer', 'ours', 'peer']);
    expect(cpuRatios.get('peer')).toEqual({ median: 2, min: 2, max: 3 });
    expect(rows.map(({ figure }) => figure)).toEqual(['5', '2.5']);
    expect(rows.map(({ peakBytes }) => peakBytes)).toEqual([3, 3]);
  });

  it('stop at answers that differ: no time is compared', () => {
    order.length = 0;
    const found = runPairs(program('ours', [1, 1]), [program('peer', [2, 2], 0.6)], 2, String);
    expect(order).toEqual(['ours', 'peer']);
    expect(found.rows).toEqual([]);
    expect(found.disagreements).toEqual([
      'peer: power: ours 0.500000, theirs 0.600000, 7.1 standard errors apart',
    ]);
  });
});

describe('exponent of cost', () => {
  const sizes = [1, 10, 100, 1000];

  it('is the power of the size that cost grows with', () => {
    expect(costExponent(sizes, [3, 30, 300, 3000])).toBeCloseTo(1, 12);
    expect(costExponent(sizes, [2, 200, 2e4, 2e6])).toBeCloseTo(2, 12);
  });

  it('is below 1 where a fixed cost weighs on small sizes', () => {
    expect(
      costExponent(
        sizes,
        sizes.map((size) => 5 + size),
      ),
    ).toBeLessThan(0.9);
  });

  it('refuses sizes that are all the same, and costs that are not as many', () => {
    expect(() => costExponent([2, 2], [1, 3])).toThrow(RangeError);
    expect(() => costExponent([1, 2], [1])).toThrow(RangeError);
  });
});

describe('targets', () => {
  it('are met on the bound and on its right side', () => {
    expect(isMet(target({ atLeast: 1 }))).toBe(true);
    expect(isMet(target({ measured: 0.99, atLeast: 1 }))).toBe(false);
    expect(timesTheBound(150, { atMost: 300 })).toBe(2);
    const within = { atLeast: 0.95, atMost: 1.05 };
    expect([0.94, 0.96, 1.04, 1.06].map((measured) => isMet(target({ measured, ...within })))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('say by how much they are missed', () => {
    expect(targetCells(target({ measured: 1.5, spread: [1.4, 1.6], atLeast: 3 }))).toEqual([
      'T1',
      'as quick as numpy',
      '1.5 × (1.4–1.6)',
      '≥ 3 ×',
      'missed: 50 % short',
    ]);
    expect(targetCells(target({ measured: 1.26, unit: '', atLeast: 0.95, atMost: 1.05 })).slice(2)).toEqual([
      '1.26',
      '0.95 to 1.05',
      'missed: 20 % over',
    ]);
  });

  it('are drawn without a warning, under a title that tells what was found', async () => {
    const { svg } = await renderTargets([
      target({ measured: 2, atLeast: 1 }),
      target({ measured: 2, atLeast: 4 }),
    ]);
    expect(svg).toContain('1 of 2 targets are met; furthest is T1, as quick as numpy, at 0.5 of its bound');
  });
});

const outcome = {
  id: 'T1',
  title: 'reference workload',
  rows: [{ program: 'isoeffect', figure: rate(9.1e6, 'patients'), cpuSeconds: 13.2, wallSeconds: 13.4 }],
  targets: [target({ atLeast: 1 })],
  notes: ['Noted.'],
  disagreements: [],
};

describe('what is printed', () => {
  it('holds rates with three digits, and fits a terminal', () => {
    const lines = outcomeLines(outcome);
    expect(lines[2]).toContain('9.1 M patients/s');
    expect(Math.max(...[...lines, ...targetLines(outcome.targets)].map((line) => line.length))).toBeLessThan(
      100,
    );
  });

  it('shows no time where answers differ', () => {
    const lines = outcomeLines({ ...outcome, disagreements: ['numpy: power: …'] });
    expect(lines.join('\n')).not.toContain('13.2');
    expect(lines.at(-1)).toBe('  numpy: power: …');
  });

  it('goes between the markers of a page, again and again', () => {
    const page = 'before\n<!-- bench:start -->\nold\n<!-- bench:end -->\nafter\n';
    const once = withBench(page, markdownOf([outcome], 'a machine'));
    expect(once).toMatch(/^before\n<!-- bench:start -->\n\nMeasured on a machine\.\n/);
    expect(once).toMatch(/\n\n<!-- bench:end -->\nafter\n$/);
    expect(once).not.toContain('old');
    expect(withBench(once, markdownOf([outcome], 'a machine'))).toBe(once);
    expect(() => withBench('no markers', '')).toThrow(RangeError);
  });
});

describe('arguments', () => {
  it('choose workloads by name', () => {
    expect(readOptions(['--only', 'T1,T3', '--quick'])).toMatchObject({ only: ['T1', 'T3'], isQuick: true });
    expect(readOptions([]).only).toHaveLength(8);
    expect(() => readOptions(['--only', 'T9'])).toThrow('unknown workload: T9');
    expect(() => readOptions(['--fast'])).toThrow();
  });
});

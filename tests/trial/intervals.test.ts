import { describe, expect, it } from 'vitest';
import { binomialProbabilities } from '../../src/numeric/binomial-probabilities.ts';
import { differenceIntervals } from '../../src/trial/difference-intervals/index.ts';
import { fisherPValue } from '../../src/trial/fisher-p-value.ts';
import { intervals } from '../../src/trial/intervals/index.ts';

function near(found: readonly number[], expected: readonly number[], tolerance: number): void {
  found.forEach((limit, i) => {
    expect(Math.abs(limit - expected[i])).toBeLessThanOrEqual(tolerance);
  });
}

describe('intervals of one proportion', () => {
  // R 4.2.2: prop.test(correct = FALSE), binom.test, qbeta; the first four are Newcombe 1998, Stat Med 17:857, Table I
  it.each([
    [81, 263, [0.255289, 0.36621], [0.252737, 0.367622], [0.254522, 0.365647], [0.255221, 0.366277]],
    [15, 148, [0.062386, 0.160487], [0.057844, 0.16165], [0.060449, 0.157643], [0.061386, 0.161488]],
    [0, 20, [0, 0.161125], [0, 0.168433], [2.4e-5, 0.116639], [-0.028684, 0.18981]],
    [1, 29, [0.006113, 0.171755], [0.000873, 0.177644], [0.003746, 0.150078], [-0.008418, 0.186287]],
    [31, 88, [0.260563, 0.45634], [0.25339, 0.461408], [0.258524, 0.45556], [0.260377, 0.456527]],
  ])('%d of %d', (events, size, wilson, clopperPearson, jeffreys, agrestiCoull) => {
    const expected = { wilson, clopperPearson, jeffreys, agrestiCoull };
    for (const [name, { interval }] of Object.entries(intervals))
      near(interval(events, size, 0.95), expected[name as keyof typeof intervals], 1e-6);
  });

  it('mirror when failures are counted, widen with the level, and hold the estimate', () => {
    for (const { interval } of Object.values(intervals))
      for (const [events, size] of [
        [0, 7],
        [3, 7],
        [7, 7],
        [40, 90],
      ]) {
        const [low, high] = interval(events, size, 0.9);
        near(interval(size - events, size, 0.9), [1 - high, 1 - low], 1e-12);
        const [lower, higher] = interval(events, size, 0.99);
        expect(lower).toBeLessThanOrEqual(low);
        expect(higher).toBeGreaterThanOrEqual(high);
        if (events > 0 && events < size) {
          expect(low).toBeLessThan(events / size);
          expect(high).toBeGreaterThan(events / size);
        }
      }
  });

  it('Wilson’s has its ends at 0 and 1 where nothing or everything was seen, however that rounds', () => {
    for (let size = 1; size <= 60; size++)
      for (const level of [0.8, 0.9, 0.95, 0.99]) {
        expect(intervals.wilson.interval(0, size, level)[0]).toBe(0);
        expect(intervals.wilson.interval(size, size, level)[1]).toBe(1);
      }
  });

  it('Clopper–Pearson covers at least its level at every rate', () => {
    const limits = Array.from({ length: 31 }, (_, x) => intervals.clopperPearson.interval(x, 30, 0.8));
    for (let rate = 0.01; rate < 1; rate += 0.01) {
      const covered = binomialProbabilities(30, rate, 0).probabilities.reduce(
        (sum, p, x) => sum + (limits[x][0] <= rate && rate <= limits[x][1] ? p : 0),
        0,
      );
      expect(covered).toBeGreaterThanOrEqual(0.8);
    }
  });
});

describe('intervals of a difference', () => {
  // R 4.2.2, gsDesign 3.11 ciBinomial, ratesci 1.0.0 scoreci(skew = FALSE); 31/88 against 16/94: O’Sullivan 2002
  it.each([
    [
      9,
      10,
      3,
      10,
      [0.170523, 0.809018],
      [0.170025, 0.84065],
      [0.1821, 0.837],
      [0.260524, 0.939476],
      0.01976661,
    ],
    [
      31,
      88,
      16,
      94,
      [0.05459, 0.303523],
      [0.055163, 0.306675],
      [0.0555, 0.3063],
      [0.05663, 0.30749],
      0.006519825,
    ],
    [
      5,
      56,
      0,
      29,
      [-0.038137, 0.19256],
      [-0.032597, 0.193331],
      [-0.0314, 0.1925],
      [0.0146, 0.163971],
      0.1606214,
    ],
  ])('%d of %d against %d of %d', (x1, n1, x2, n2, newcombe, miettinenNurminen, mee, wald, fisher) => {
    const of = (name: keyof typeof differenceIntervals): number[] =>
      differenceIntervals[name].interval({ events: x1, size: n1 }, { events: x2, size: n2 }, 0.95);
    near(of('newcombe'), newcombe, 1e-6);
    near(of('miettinenNurminen'), miettinenNurminen, 1e-6);
    // gsDesign stops at uniroot’s default tolerance, ε^¼ = 1.22e-4, and prints four digits
    near(of('mee'), mee, 1.22e-4 + 5e-5);
    near(of('wald'), wald, 1e-6);
    const counts = {
      controlSuccesses: x2,
      controlSize: n2,
      experimentalSuccesses: x1,
      experimentalSize: n1,
    };
    expect(Math.abs(fisherPValue(counts) - fisher)).toBeLessThan(1e-7);
  });

  it('mirror when the samples are exchanged, also where none or all had the event', () => {
    for (const { interval } of Object.values(differenceIntervals))
      for (const [x1, x2] of [
        [0, 0],
        [0, 9],
        [12, 0],
        [12, 9],
        [5, 3],
      ]) {
        const [first, second] = [
          { events: x1, size: 12 },
          { events: x2, size: 9 },
        ];
        const [low, high] = interval(first, second, 0.9);
        expect(low).toBeLessThanOrEqual(high);
        near(interval(second, first, 0.9), [-high, -low], 1e-9);
      }
  });
});

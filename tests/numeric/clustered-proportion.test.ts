import { describe, expect, it } from 'vitest';
import {
  addCluster,
  emptyClusters,
  estimateClusteredProportion,
  oneCluster,
} from '../../src/numeric/clustered-proportion.ts';
import { estimateProportion } from '../../src/numeric/monte-carlo.ts';

const sumOf = (clusters: [number, number][]) => {
  const sum = emptyClusters();
  for (const [count, total] of clusters) addCluster(sum, oneCluster(count, total));
  return sum;
};

describe('a proportion of clusters', () => {
  it('has the standard error of the ratio of sums', () => {
    const clusters: [number, number][] = [
      [3, 10],
      [8, 12],
      [1, 9],
      [6, 11],
    ];
    const p = 18 / 42;
    const squares = clusters.reduce((sum, [e, n]) => sum + (e - p * n) * (e - p * n), 0);
    const { estimate, mcse, exact } = estimateClusteredProportion(sumOf(clusters), 0.4);
    expect(estimate).toBeCloseTo(p, 15);
    expect(mcse).toBeCloseTo(Math.sqrt((4 / 3) * squares) / 42, 12);
    expect(exact).toBe(0.4);
  });

  it('of equal clusters has the standard error of their mean', () => {
    const rates = [0.2, 0.5, 0.3, 0.6, 0.4];
    const { mcse } = estimateClusteredProportion(sumOf(rates.map((rate) => [10 * rate, 10])));
    const squares = rates.reduce((sum, rate) => sum + (rate - 0.4) * (rate - 0.4), 0);
    expect(mcse).toBeCloseTo(Math.sqrt(squares / 4 / 5), 12);
  });

  it('falls back on independent trials where the clusters show no spread', () => {
    for (const clusters of [
      [[3, 10]],
      [
        [0, 5],
        [0, 7],
      ],
      [
        [2, 5],
        [2, 5],
      ],
    ] as [number, number][][]) {
      const sum = sumOf(clusters);
      expect(estimateClusteredProportion(sum)).toEqual(estimateProportion(sum.count, sum.total));
    }
  });
});

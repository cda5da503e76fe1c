import { expect, it } from 'vitest';
import { fitProbitLine } from '../../../src/study/size/probit-line.ts';

const points = [
  { size: 300, successes: 190, replicates: 300 },
  { size: 400, successes: 230, replicates: 300 },
  { size: 500, successes: 270, replicates: 300 },
];

it('is R’s probit regression on √n, with its root by the delta method', () => {
  // R 4: glm(cbind(x, n - x) ~ sqrt(size), family = binomial("probit"), control = list(epsilon = 1e-14))
  const line = fitProbitLine(points);
  expect(line.intercept).toBeCloseTo(-2.82571939423, 8);
  expect(line.slope).toBeCloseTo(0.181202860645, 9);
  const { root, error } = line.rootAt(0.8);
  expect(root).toBeCloseTo(409.611744409457, 5);
  // R’s weights are those of the last step but one
  expect(error).toBeCloseTo(11.364347657049, 3);
});

it('has no root where it does not rise, and no line without a point', () => {
  const falling = points.map((point, i) => ({ ...point, successes: points[2 - i].successes }));
  expect(fitProbitLine(falling).rootAt(0.8)).toEqual({ root: Infinity, error: Infinity });
  expect(() => fitProbitLine([])).toThrow('invalid points: none');
});

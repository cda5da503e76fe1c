import { expect, it } from 'vitest';
import { evenTicks, ratioTicks } from '../../src/report/axis-ticks.ts';

it('even ticks are round, inside and no more than asked for', () => {
  expect(evenTicks(0, 6, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(evenTicks(-0.11, 0.13, 9)).toEqual([-0.1, -0.05, 0, 0.05, 0.1]);
  expect(evenTicks(0, 408, 5)).toEqual([0, 100, 200, 300, 400]);
  expect(evenTicks(0, 12, 7)).toEqual([0, 2, 4, 6, 8, 10, 12]);
});

it('ticks of ratios hold 1, more of them the narrower the axis', () => {
  const between = (low: number, high: number) => ratioTicks(Math.log(low), Math.log(high));
  expect(between(0.75, 1.4)).toEqual([0.8, 0.9, 1, 1.1, 1.25]);
  expect(between(0.45, 2.5)).toEqual([0.5, 0.7, 1, 1.4, 2]);
  expect(between(0.2, 4.5)).toEqual([0.25, 0.5, 1, 2, 4]);
  expect(between(0.2, 0.62)).toEqual([0.2, 0.25, 0.3, 0.4, 0.5, 0.6]);
  expect(between(0.03, 0.3)).toEqual([0.05, 0.1, 0.25]);
  expect(between(0.06, 12)).toEqual([0.1, 0.25, 0.5, 1, 2, 4, 10]);
  expect(between(0.96, 1.03)).toEqual([0.96, 0.98, 1, 1.02]);
});

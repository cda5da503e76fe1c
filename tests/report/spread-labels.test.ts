import { expect, it } from 'vitest';
import { spreadLabels } from '../../src/report/spread-labels.ts';

it('leaves labels that are far enough apart where they are', () => {
  expect(spreadLabels([80, 10, 40], 6, [3, 100])).toEqual([80, 10, 40]);
});

it('moves labels that would overlap, in their order, within the axis', () => {
  expect(spreadLabels([10, 11, 50], 6, [3, 100])).toEqual([10, 16, 50]);
  expect(spreadLabels([0, 0.5], 6, [3, 100])).toEqual([3, 9]);
  expect(spreadLabels([99, 100, 98], 6, [3, 100])).toEqual([94, 100, 88]);
});

it('shares the axis evenly where labels are too many', () => {
  const places = spreadLabels([50, 50, 50, 50, 50], 40, [0, 100]);
  expect(places).toEqual([0, 25, 50, 75, 100]);
});

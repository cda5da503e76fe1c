import { expect, it } from 'vitest';
import { sizeCurveContent } from '../../src/report/size-curve.ts';

const point = (size: number, exact: number) => ({ size, value: { estimate: exact, mcse: 0.01, exact } });
const solved = { path: 'design.perArm', unit: 'patients an arm', stated: 50 };
const none = { kind: 'none', isCertain: true, reason: 'the claim is false' } as const;
const levels = (values: readonly [number, number]) =>
  sizeCurveContent(
    { solved },
    { points: [point(10, values[0]), point(100, values[1])], found: none, target: 0.8 },
  ).data.levels;

it('the target’s label stands where the curve is far from it, on the side on which it is not', () => {
  expect(levels([0.3, 0.85])).toMatchObject([{ isAtEnd: false, isUnder: false, label: 'target 80 %' }]);
  expect(levels([0.79, 0.99])).toMatchObject([{ isAtEnd: true, isUnder: true }]);
  expect(levels([0.95, 0.99])).toMatchObject([{ isAtEnd: true, isUnder: true }]);
});

it('labels of the stated and the found size turn away from each other', () => {
  const found = {
    kind: 'exact',
    smallest: 55,
    lasting: 58,
    searchedFrom: 30,
    horizon: 90,
    reached: 0.801,
  } as const;
  const { data, params } = sizeCurveContent(
    { solved },
    { points: [point(30, 0.6), point(110, 0.95)], found, target: 0.8 },
  );
  expect(data.sizes).toMatchObject([
    { size: 50, label: 'stated 50', isRight: true, level: 0 },
    { size: 58, label: '80 % from 58 on', isRight: false, level: 1 },
  ]);
  // The exact value of the first size that reaches the target is on the line
  expect(data.line).toContainEqual({ size: 55, value: 80.1, kind: 'exact' });
  expect(Number(params.xLow)).toBeLessThan(30);
  expect(Number(params.xHigh)).toBeGreaterThan(110);
});

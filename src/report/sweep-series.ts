import { readValue } from '../scenario/read-yaml.ts';
import { pathHeadings, pathLabels } from '../study/sweep/path-words.ts';
import { sweepLines } from '../study/sweep/sweep-lines.ts';
import type { SweepResult } from '../study/sweep/sweep-result.ts';
import type { TippingPoint } from '../study/sweep/tipping-point.ts';
import { evenTicks } from './axis-ticks.ts';
import { axisParams } from './numbers.ts';
import { type SweptCase, sweptCases } from './sweep-rows.ts';

/** Cells that differ in one number, under one truth. */
export interface SweptSeries {
  /** What tells it from other series; empty where there is only one. */
  readonly name: string;
  readonly truth: string;
  readonly others: Readonly<Record<string, string>>;
  readonly points: readonly { readonly x: number; readonly swept: SweptCase }[];
}

/** The number along which a sweep is drawn, and its series. */
export interface SweptAxis {
  readonly path: string;
  readonly heading: string;
  readonly label: string;
  readonly isLog: boolean;
  readonly range: readonly [number, number];
  readonly series: readonly SweptSeries[];
}

function nameOf(result: SweepResult, others: SweptSeries['others'], truth: string): string {
  const names = Object.keys(others);
  const labels = pathLabels(result.paths.map(({ path }) => path));
  const label = (path: string): string => labels[result.paths.findIndex((p) => p.path === path)];
  const values = names.map((path) => {
    const text = others[path] || 'as stated';
    // A schedule says itself what it is
    return typeof readValue(text) === 'number' || text.length < 4 ? `${label(path)} ${text}` : text;
  });
  return [...values, ...(result.truths.length > 1 ? [truth] : [])].join(', ');
}

/** The first number that a sweep varies, with a series for each combination of all else; undefined where it varies none. */
export function sweptAxis(result: SweepResult): SweptAxis | undefined {
  const { paths, cells, truths } = result;
  const names = paths.map(({ path }) => path);
  const cell = (index: number) =>
    names.map((path) => {
      const text = cells[index].values[path];
      return text === '' ? undefined : { text, value: readValue(text), origin: '' };
    });
  const lines = sweepLines({ paths, count: cells.length, cell });
  if (lines.length === 0) return undefined;
  const { path, isLog } = lines[0];
  const cases = sweptCases(result);
  const own = lines.filter((line) => line.path === path);
  const series = own.flatMap(({ others, points }) =>
    truths.map(
      (truth, t): SweptSeries => ({
        name: nameOf(result, others, truth),
        truth,
        others,
        points: points.map(({ x, cell }) => ({ x, swept: cases[cell * truths.length + t] })),
      }),
    ),
  );
  const values = own.flatMap(({ points }) => points.map(({ x }) => x));
  const at = names.indexOf(path);
  return {
    path,
    heading: pathHeadings(names)[at],
    label: pathLabels(names)[at],
    isLog,
    range: [Math.min(...values), Math.max(...values)],
    series,
  };
}

/** Where a value lies on the axis. */
export const placeOn = ({ isLog }: SweptAxis, x: number): number => (isLog ? Math.log(x) : x);

const DIGITS = [1, 2, 3, 5, 7].flatMap((digit) =>
  [0.001, 0.01, 0.1, 1, 10, 100, 1000].map((unit) => digit * unit),
);
const MOST_TICKS = 8;

/** Parameters of a chart whose axis runs along the varied number. */
export function swept(axis: SweptAxis): Record<string, number | string | readonly number[]> {
  const [low, high] = axis.range;
  const ticks = axis.isLog
    ? DIGITS.filter((value) => value >= low && value <= high).sort((a, b) => a - b)
    : evenTicks(low, high, MOST_TICKS);
  return {
    ...axisParams('x', [placeOn(axis, low), placeOn(axis, high)]),
    ticks: ticks.map((value) => placeOn(axis, value)),
    isLog: axis.isLog ? 1 : 0,
    xTitle: axis.heading,
  };
}

/** Whether a tipping point belongs to a series. */
export const isOfSeries =
  (axis: SweptAxis, { others, truth }: SweptSeries) =>
  (point: TippingPoint): boolean =>
    point.path === axis.path &&
    point.truth === truth &&
    JSON.stringify(point.others) === JSON.stringify(others);

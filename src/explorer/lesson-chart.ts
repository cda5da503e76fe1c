import spec from '../../reports/lesson-lines.vl.json' with { type: 'json' };
import type { ChartDefinition } from '../report/charts/definition.ts';
import { axisParams, short } from '../report/numbers.ts';
import type { Axis, Mark, Picture, Series } from './lessons/definition.ts';

/** Space between the labels of upright marks, as a share of the axis beside them. */
const BETWEEN_LABELS = 0.07;
/** Part of the plot's width beyond which a label stands to the left of its mark. */
const RIGHT = 0.6;

const titleOf = ({ label, unit }: Axis): string => (unit === '' ? label : `${label} (${unit})`);

const withUnit = (value: number, { unit }: Axis): string =>
  `${Number(value.toPrecision(3))}${unit === '' ? '' : ` ${unit}`}`;

/** The range of an axis: of its points and marks, from 0 where that is near. */
function rangeOf(values: readonly number[]): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const width = high - low || Math.abs(high) || 1;
  return [low >= 0 && low < width / 2 ? 0 : low - width / 20, high + width / 20];
}

const marksOn = ({ marks = [] }: Picture, axis: Mark['axis']): Mark[] =>
  marks.filter((mark) => mark.axis === axis);

/** What a line does, for those who cannot see it. */
function seriesWords({ name, points }: Series, { x, y }: Picture): string {
  const [first, last] = [points[0], points[points.length - 1]];
  return `${name}: ${withUnit(first[1], y)} at ${withUnit(first[0], x)}, ${withUnit(last[1], y)} at ${withUnit(last[0], x)}`;
}

/** The picture of a step of a lesson. */
export const lessonChart: ChartDefinition<Picture> = {
  summary: 'Lines of a lesson, with values marked across them.',
  reference: 'computed by the step that shows it',
  spec,
  content(picture) {
    const { title, x, y, series } = picture;
    const points = series.flatMap(({ points: own }) => own);
    if (points.length === 0) return undefined;
    const [upright, across] = [marksOn(picture, 'x'), marksOn(picture, 'y')];
    const { xLow, xHigh } = axisParams('x', [
      ...points.map(([at]) => at),
      ...upright.map(({ value }) => value),
    ]);
    const [yLow, yHigh] = rangeOf([...points.map(([, at]) => at), ...across.map(({ value }) => value)]);
    const marked = [...upright, ...across].map(
      ({ label, value, axis }) => `${label} at ${withUnit(value, axis === 'x' ? x : y)}`,
    );
    const lines = series.map((each) => seriesWords(each, picture)).join('; ');
    return {
      title,
      description: `${titleOf(y)} against ${titleOf(x)}. ${lines}.${marked.length > 0 ? ` Marked: ${marked.join('; ')}.` : ''}`,
      data: {
        lines: series.flatMap(({ name, points: own }) =>
          own.map(([px, py]) => ({ series: name, x: short(px), y: short(py) })),
        ),
        upright: upright.map(({ value, label }, i) => ({
          value: short(value),
          label,
          labelAt: short(yHigh - i * BETWEEN_LABELS * (yHigh - yLow)),
          isRight: value > xLow + RIGHT * (xHigh - xLow),
        })),
        across: across.map(({ value, label }) => ({ value: short(value), label })),
      },
      params: {
        xLow,
        xHigh,
        yLow: short(yLow),
        yHigh: short(yHigh),
        xTitle: titleOf(x),
        yTitle: titleOf(y),
        names: series.map(({ name }) => name),
      },
    };
  },
};

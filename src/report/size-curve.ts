import type { Estimate } from '../numeric/monte-carlo.ts';
import type { Found, SizeResult } from '../study/size/size-result.ts';
import type { ChartContent, Row } from './charts/definition.ts';
import { foundSize } from './found-words.ts';
import { axisParams, best, grouped, percent, short } from './numbers.ts';
import { patientTicks } from './patient-ticks.ts';

/** A probability over sizes, what it is to reach, and where it does. */
export interface SizeCurve {
  readonly points: readonly { readonly size: number; readonly value: Estimate }[];
  readonly found: Found;
  /** In (0, 1). */
  readonly target: number;
  /** What no size buys past; none unless given. */
  readonly ceiling?: Estimate;
}

const Z_95 = 1.959963984540054;
/** Room beyond the first and last size, as a factor. */
const ROOM = 1.08;

/** Simulated points with their 95 % intervals; of a size that simulation found, too. */
function pointRows({ points, found }: SizeCurve): Row[] {
  const also = found.kind === 'simulated' ? [{ size: found.recommended, value: found.reached }] : [];
  const shown = [...points, ...also].filter(({ value }) => value.mcse > 0);
  return shown.map(({ size, value: { estimate, mcse } }) => ({
    size,
    value: short(100 * estimate),
    low: short(100 * Math.max(0, estimate - Z_95 * mcse)),
    high: short(100 * Math.min(1, estimate + Z_95 * mcse)),
  }));
}

/** The exact line, on to the first size that reaches the target; else the simulated points joined. */
function lineRows({ points, found }: SizeCurve): Row[] {
  const isExact = isExactCurve({ points });
  const also =
    isExact && found.kind === 'exact' && points.every(({ size }) => size !== found.smallest)
      ? [{ size: found.smallest, value: found.reached }]
      : [];
  return [...points.map(({ size, value }) => ({ size, value: best(value) })), ...also]
    .toSorted((a, b) => a.size - b.size)
    .map(({ size, value }) => ({ size, value: short(100 * value), kind: isExact ? 'exact' : 'joined' }));
}

/** Labels of the left one of two marks stand to its left from this share of the axis on, of the right one from the other. */
const TURNS = { left: 0.3, only: 0.5, right: 0.6 };

const foundLabel = ({ found, target }: SizeCurve, size: number): string => {
  const reached = `${Number(percent(target))} %`;
  const lasts = found.kind === 'exact' && found.lasting !== undefined;
  return lasts ? `${reached} from ${grouped(size)} on` : `${reached} with ${grouped(size)}`;
};

/** The stated size and the found one, with labels on two levels, away from each other. */
function sizeRows(curve: SizeCurve, stated: number, [low, high]: readonly [number, number]): Row[] {
  const found = foundSize(curve.found);
  const row = (kind: string, level: number, size: number, label: string, turn: number): Row => {
    const share = Math.log(size / low) / Math.log(high / low);
    return { size, label, kind, level, isRight: share > turn };
  };
  const statedLabel = `stated ${grouped(stated)}`;
  if (found === undefined) return [row('stated', 0, stated, statedLabel, TURNS.only)];
  const [first, second] = stated <= found ? [TURNS.left, TURNS.right] : [TURNS.right, TURNS.left];
  return [
    row('stated', 0, stated, statedLabel, first),
    row('found', 1, found, foundLabel(curve, found), second),
  ];
}

/** Target and ceiling; the target’s label stands where the curve is farther from it, on the side on which it is not. */
function levelRows({ points, target, ceiling }: SizeCurve): Row[] {
  const [first, last] = [points[0], points[points.length - 1]].map(({ value }) => best(value) - target);
  const isAtEnd = Math.abs(last) > Math.abs(first);
  const row = (kind: string, value: number, atEnd: boolean, isUnder: boolean, label: string): Row => ({
    kind,
    value: short(100 * value),
    isAtEnd: atEnd,
    isUnder,
    label,
  });
  const rows = [
    row('target', target, isAtEnd, (isAtEnd ? last : first) > 0, `target ${Number(percent(target))} %`),
  ];
  if (!ceiling) return rows;
  const value = best(ceiling);
  return [...rows, row('ceiling', value, true, false, `ceiling ${percent(value)} %`)];
}

/** Whether the line over the sizes is exact. */
export function isExactCurve({ points }: Pick<SizeCurve, 'points'>): boolean {
  return points.every(({ value }) => value.exact !== undefined);
}

/** Data and parameters of a chart of a probability over sizes. */
export function sizeCurveContent(
  { solved }: Pick<SizeResult, 'solved'>,
  curve: SizeCurve,
): Pick<ChartContent, 'data' | 'params'> {
  const found = foundSize(curve.found);
  const sizes = [
    ...curve.points.map(({ size }) => size),
    solved.stated,
    ...(found === undefined ? [] : [found]),
  ];
  const range: [number, number] = [Math.min(...sizes) / ROOM, Math.max(...sizes) * ROOM];
  return {
    data: {
      levels: levelRows(curve),
      line: lineRows(curve),
      points: pointRows(curve),
      sizes: sizeRows(curve, solved.stated, range),
    },
    params: { ...axisParams('x', range), ticks: patientTicks(...range), sizeTitle: solved.unit },
  };
}

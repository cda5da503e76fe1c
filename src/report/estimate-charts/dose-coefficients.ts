import spec from '../../../reports/dose-coefficients.vl.json' with { type: 'json' };
import type { EstimateResult } from '../../engine/estimate-result.ts';
import { normalReach } from '../../numeric/normal-reach.ts';
import type { Row } from '../charts/definition.ts';
import { levelWords, plain } from '../estimate-words.ts';
import { axisParams, short } from '../numbers.ts';
import type { EstimateChart } from './definition.ts';

const STEPS = 120;
/** Room around the ellipse, as a share of the axis. */
const MARGIN = 0.12;

type Range = readonly [low: number, high: number];

/** From the least to the largest value with 0 among them, and room around. */
function axisRange(estimate: number, reach: number): Range {
  const [low, high] = [Math.min(0, estimate - reach), Math.max(0, estimate + reach)];
  const room = MARGIN * (high - low);
  return [low - room, high + room];
}

/** The ellipse whose shadow on either axis is that coefficient's interval. */
function ellipseRows({ coefficients: { perGy, perGy2, correlation } }: EstimateResult, z: number): Row[] {
  return Array.from({ length: STEPS + 1 }, (_, order) => {
    const angle = (2 * Math.PI * order) / STEPS;
    const [u, v] = [Math.cos(angle), Math.sin(angle)];
    return {
      order,
      perGy: short(perGy.estimate + z * perGy.standardError * u),
      perGy2: short(
        perGy2.estimate +
          z * perGy2.standardError * (correlation * u + Math.sqrt(1 - correlation * correlation) * v),
      ),
    };
  });
}

/** Where one coefficient or the other has the wrong sign. */
function wrongRows(sign: number, x: Range, y: Range): Row[] {
  const half = ([low, high]: Range): [number, number] => (sign > 0 ? [low, 0] : [0, high]);
  const right = ([low, high]: Range): [number, number] => (sign > 0 ? [0, high] : [low, 0]);
  const box = ([x1, x2]: readonly number[], [y1, y2]: readonly number[]): Row => ({
    x1: short(x1),
    x2: short(x2),
    y1: short(y1),
    y2: short(y2),
  });
  return [box(half(x), y), box(right(x), half(y))];
}

/** Named in a corner of the region, off the ellipse. */
function wrongLabel(sign: number, x: Range, y: Range): Row {
  const isRight = sign > 0;
  const [left, right] = x;
  const [bottom, top] = y;
  return {
    x: short(isRight ? right : left),
    y: short(isRight ? bottom : top),
    label: 'wrong sign',
    isRight,
    isTop: !isRight,
  };
}

/** Where the line g1 = r·g2 leaves the frame, above or below g2 = 0. */
function edgeOf(ratio: number, side: number, x: Range, y: Range): [number, number] {
  const edge = side > 0 ? y[1] : y[0];
  const across = ratio * edge > 0 ? x[1] : x[0];
  const share = ratio === 0 ? 1 : Math.min(1, across / (ratio * edge));
  return [short(ratio * edge * share), short(edge * share)];
}

/** Lines of one ratio, from 0 through the estimate’s side; where they touch the ellipse on the other side, right through. */
function rayRows(result: EstimateResult, x: Range, y: Range): Row[] {
  const { estimate, fieller } = result.alphaBetaGy;
  if (!Number.isFinite(estimate)) return [];
  const side = Math.sign(result.coefficients.perGy2.estimate);
  const ray = (ratio: number, kind: 'limit' | 'estimate'): Row => {
    const isThrough = kind === 'limit' && fieller.kind === 'complement';
    const [startX, startY] = isThrough ? edgeOf(ratio, -side, x, y) : [0, 0];
    const [perGy, perGy2] = edgeOf(ratio, side, x, y);
    return { kind, label: `${plain(ratio)} Gy`, startX, startY, perGy, perGy2 };
  };
  const ends = [fieller.low, fieller.high].filter((end) => end !== null);
  return [...ends.map((end) => ray(end, 'limit')), ray(estimate, 'estimate')];
}

function titleOf({ wrongSign: { perGy, perGy2 }, alphaBetaGy: { fieller }, level }: EstimateResult): string {
  const at = levelWords(level);
  const wrong = [perGy, perGy2].filter(({ isWrong }) => isWrong).length;
  const reach = fieller.kind === 'wholeLine' ? 'holds 0, so any ratio fits' : 'stays clear of 0';
  if (wrong > 0)
    return `${wrong === 2 ? 'Both coefficients have' : 'One coefficient has'} the wrong sign; the ${at} ellipse ${reach}`;
  if (fieller.kind === 'interval')
    return `Both coefficients have the right sign, and the ${at} ellipse keeps the ratio bounded`;
  if (fieller.kind === 'wholeLine')
    return `Both coefficients have the right sign, but the ${at} ellipse ${reach}`;
  return `Both coefficients have the right sign, but the ${at} ellipse crosses 0 in g2: the ratio has no upper bound`;
}

export const doseCoefficients: EstimateChart = {
  summary: 'The two coefficients of dose with their joint ellipse, and where their signs are wrong.',
  reference: 'Fieller 1954, J R Stat Soc B 16:175',
  spec,
  content(result: EstimateResult) {
    const { coefficients, level, event, wrongSign } = result;
    const z = normalReach(level);
    const x = axisRange(coefficients.perGy.estimate, z * coefficients.perGy.standardError);
    const y = axisRange(coefficients.perGy2.estimate, z * coefficients.perGy2.standardError);
    const side = event === 'harm' ? 'more dose would bring less harm' : 'more dose would bring more failure';
    const rays = rayRows(result, x, y);
    const tangents =
      rays.length > 1 ? ' Dashed lines from 0 touch the ellipse: they are the ends of the Fieller set.' : '';
    return {
      title: titleOf(result),
      description: `The shadow of the ellipse on either axis is that coefficient’s ${levelWords(level)} interval. A line from 0 joins points of one ratio; the full one is the estimated ratio.${tangents} In the shaded region ${side}.`,
      data: {
        wrong: wrongRows(wrongSign.expected, x, y),
        zero: [{ zero: 0 }],
        ellipse: ellipseRows(result, z),
        rays: rays.flatMap((ray, i) => [
          { ...ray, ray: i, label: '', perGy: ray.startX, perGy2: ray.startY },
          { ...ray, ray: i },
        ]),
        wrongLabel: [wrongLabel(wrongSign.expected, x, y)],
        estimate: [
          { perGy: short(coefficients.perGy.estimate), perGy2: short(coefficients.perGy2.estimate) },
        ],
      },
      params: { ...axisParams('x', x), ...axisParams('y', y) },
    };
  },
};

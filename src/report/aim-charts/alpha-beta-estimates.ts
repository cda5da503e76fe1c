import spec from '../../../reports/alpha-beta-estimates.vl.json' with { type: 'json' };
import type { AimResult, AimTruthResult } from '../../engine/aim-result.ts';
import { countedWords, grayTo2 } from '../aim-words.ts';
import type { Row } from '../charts/definition.ts';
import { axisParams, gray, grouped, percent, short, withError } from '../numbers.ts';
import type { AimChart } from './definition.ts';

/** How far the axis reaches, in true values to either side of 0. */
const FARTHEST = { below: -1, above: 4 };
/** α/β in Gy that stands for the true one where there is none. */
const NO_TRUTH_GY = 10;
/** The least share that is not 0.0 %. */
const SHOWN = 0.0005;
/** Differences in Gy that the text shows as none. */
const EQUAL_GY = 0.05;

type Shown = AimTruthResult & {
  readonly estimation: { readonly estimates: NonNullable<AimTruthResult['estimation']['estimates']> };
};

const hasEstimates = (truth: AimTruthResult): truth is Shown => truth.estimation.estimates !== null;

/** The middle 95 % of the estimates of all truths, no further than the axis may reach; with the true values. */
function axisRange(truths: readonly Shown[]): [number, number] {
  const marks = truths.flatMap(({ estimation: { trueGy, limitGy } }) => [trueGy, limitGy]);
  const known = marks.filter((mark) => mark !== null && mark > 0) as number[];
  const scale = known.length > 0 ? Math.max(...known) : NO_TRUTH_GY;
  const ends = truths.flatMap(({ estimation: { estimates } }) =>
    estimates.quantiles.map(({ value }) => value.estimate),
  );
  const low = Math.max(FARTHEST.below * scale, Math.min(0, ...ends));
  const high = Math.min(FARTHEST.above * scale, Math.max(1.5 * scale, ...ends));
  return [Math.floor(low), Math.ceil(high)];
}

/** The heading of a truth’s panel: what the bars leave out. */
function panelOf({ name, estimation }: Shown, beyond: number): string {
  const { sets, estimable } = estimation;
  const unbounded = 1 - sets!.fieller.bounded.estimate;
  const missing = 1 - estimable.estimate;
  const parts = [
    `${percent(unbounded)} % without bound`,
    ...(missing >= SHOWN ? [`${percent(missing)} % not estimable`] : []),
  ];
  const rest = beyond >= SHOWN ? `\n${percent(beyond)} % beyond the axis` : '';
  return `${name}\n${parts.join(', ')}${rest}`;
}

function panelRows(truth: Shown, [low, high]: readonly [number, number], order: number): Row[] {
  const { trueGy, limitGy, estimates } = truth.estimation;
  const { width, from, counts, below, above } = estimates.histogram;
  const total = counts.reduce((a, b) => a + b, 0) + below + above;
  const bins = counts.map((count, i) => ({
    from: Math.max(low, (from + i - 0.5) * width),
    to: Math.min(high, (from + i + 0.5) * width),
    count,
  }));
  const shown = bins.filter((bin) => bin.to > bin.from);
  const beyond = 1 - shown.reduce((sum, { count }) => sum + count, 0) / total;
  const panel = panelOf(truth, beyond);
  const isFar = trueGy === null || limitGy === null || Math.abs(limitGy - trueGy) >= EQUAL_GY;
  const isRight = (gy: number): boolean => gy > (low + high) / 2;
  const mark = (kind: string, gy: number, label: string): Row => ({
    panel,
    order,
    kind,
    value: short(gy),
    label,
    isLeft: isRight(gy),
  });
  return [
    // A bin cut by the end of the axis keeps its height for its width
    ...shown.map(
      (bin): Row => ({
        panel,
        order,
        kind: 'bin',
        from: short(bin.from),
        to: short(bin.to),
        share: short((100 * bin.count) / total / width),
      }),
    ),
    ...(trueGy === null ? [] : [mark('true', trueGy, `true ${gray(trueGy)}`)]),
    ...(limitGy !== null && isFar && limitGy > low && limitGy < high
      ? [mark('limit', limitGy, trueGy === null ? `limit ${gray(limitGy)}` : '')]
      : []),
  ];
}

export const alphaBetaEstimates: AimChart = {
  summary:
    'What the simulated trials estimate for α/β, beside the true value, with the share that has no bound.',
  reference: 'replicates of world 0 under each truth',
  spec,
  content(result: AimResult) {
    const truths = result.truths.filter(hasEstimates);
    if (truths.length === 0) return undefined;
    const range = axisRange(truths);
    const [planned] = truths;
    const { median, quantiles } = planned.estimation.estimates;
    const [low, high] = [quantiles[0], quantiles[quantiles.length - 1]].map(({ value }) =>
      grayTo2(value.estimate),
    );
    const { power } = planned.operatingCharacteristics;
    return {
      title: `${planned.name === 'asPlanned' ? 'As planned' : planned.name}, ${withError(power)} of trials bound α/β; the middle 95 % of estimates are ${low} to ${high}`,
      description: `Estimates of α/β from ${countedWords(result.aim).phrase} over ${grouped(result.replicates)} replicates under each truth, as a density. The full line is the true α/β (a cohort’s median where it varies), the dashed one what the estimate tends to with ever more patients, where that is another. The median estimate as planned is ${grayTo2(median.estimate)}. Without bound: estimates whose Fieller set has not two ends; they say little, wherever they lie.`,
      data: { panels: truths.flatMap((truth, order) => panelRows(truth, range, order)) },
      params: axisParams('x', range),
    };
  },
};

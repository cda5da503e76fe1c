import spec from '../../../reports/patients-by-truth.vl.json' with { type: 'json' };
import type { SizedTruth, SizeResult } from '../../study/size/size-result.ts';
import { cut } from '../calibration-words.ts';
import type { Row } from '../charts/definition.ts';
import { foundSize } from '../found-words.ts';
import { axisParams, gray, grouped, percent } from '../numbers.ts';
import { patientTicks } from '../patient-ticks.ts';
import { textWidth } from '../text-width.ts';
import type { SizeChart } from './definition.ts';

const LABEL_SIZE = 12;
const MOST_LABEL = 20;
const MOST_NARROW = 13;
/** Between a mark and its label, and beyond it. */
const GAP_PIXELS = 18;
/** Room on either side of the sizes, as a factor. */
const ROOM = 1.25;

/** Whether α/β tells the truths apart. */
function hasOwnAlphaBeta(truths: readonly SizedTruth[]): boolean {
  const values = truths.map(({ alphaBetaGy }) => alphaBetaGy);
  return !values.includes(undefined) && new Set(values).size === values.length;
}

/** From least to most, as first and last size of a row. */
function reachOf({ found }: SizedTruth): [from: number, to: number] | undefined {
  const size = foundSize(found);
  if (size === undefined || found.kind === 'none') return undefined;
  return [found.kind === 'exact' ? found.smallest : found.interval[0], size];
}

function truthRow(truth: SizedTruth, row: number): Row {
  const reach = reachOf(truth);
  if (!reach) {
    const label = truth.isTrue ? 'none found' : 'none: the claim is false';
    return { row, size: null, from: null, isFound: false, isExact: true, label };
  }
  const [from, size] = reach;
  return { row, size, from, isFound: true, isExact: truth.found.kind === 'exact', label: grouped(size) };
}

function titleOf({ truths, solved, power }: SizeResult): string {
  const isByAlphaBeta = hasOwnAlphaBeta(truths);
  const under = ({ name, alphaBetaGy }: SizedTruth): string =>
    isByAlphaBeta ? `at α/β ${gray(alphaBetaGy!)}` : `under ${name}`;
  const sized = truths.flatMap((truth) => {
    const size = foundSize(truth.found);
    return size === undefined ? [] : [{ truth, size }];
  });
  const ordered = sized.toSorted((a, b) => a.size - b.size);
  const none = truths.find(({ found }) => found.kind === 'none');
  const target = `${Number(percent(power))} % power`;
  if (ordered.length === 0) {
    const size = truths.some(({ isTrue }) => isTrue) ? 'size that was searched' : 'number of patients';
    return `No ${size} gives ${target} under any of ${truths.length} truths`;
  }
  const [least, most] = [ordered[0], ordered[ordered.length - 1]];
  const from = `${grouped(least.size)} ${solved.unit} ${under(least.truth)}`;
  const to = none ? `none ${under(none)}` : `${grouped(most.size)} ${under(most.truth)}`;
  if (!none && least.size === most.size)
    return `${target} takes ${grouped(least.size)} ${solved.unit} under every truth`;
  return `${target} takes from ${from} to ${to}`;
}

/** What the marks are, as far as there are such. */
function descriptionOf({ truths, power, solved }: SizeResult): string {
  const has = (kind: SizedTruth['found']['kind']): boolean => truths.some(({ found }) => found.kind === kind);
  return [
    `Size for ${Number(percent(power))} % power under each truth, in ${solved.unit}.`,
    ...(has('exact')
      ? [
          'Filled diamonds: from there on the power stays, exactly; the line before one begins at the first size that has it.',
        ]
      : []),
    ...(has('simulated')
      ? ['Open diamonds: the upper end of the interval that simulation leaves, the line.']
      : []),
    ...(has('none') ? ['A cross at the end of the axis: no size has it.'] : []),
    `The dashed line is the stated size.`,
  ].join(' ');
}

export const patientsByTruth: SizeChart = {
  summary: 'Size that each truth asks for.',
  reference: 'Chow, Shao & Wang 2008, Sample Size Calculations in Clinical Research, 2nd ed., §4.2',
  spec,
  content(result) {
    const { truths, solved } = result;
    if (truths.length < 2) return undefined;
    const rows = truths.map(truthRow);
    const sizes = [solved.stated, ...truths.flatMap((truth) => reachOf(truth) ?? [])];
    const range: [number, number] = [Math.min(...sizes) / ROOM, Math.max(...sizes) * ROOM];
    const beside = rows.flatMap(({ isFound, label }) =>
      isFound ? [textWidth(String(label), LABEL_SIZE, true)] : [],
    );
    return {
      title: titleOf(result),
      description: descriptionOf(result),
      data: {
        stated: [
          {
            size: solved.stated,
            label: `stated ${grouped(solved.stated)}`,
            isRight: solved.stated * solved.stated > range[0] * range[1],
          },
        ],
        truths: rows,
      },
      params: {
        ...axisParams('x', range),
        ticks: patientTicks(...range),
        sizeTitle: solved.unit,
        labelPixels: Math.ceil(Math.max(0, ...beside)) + GAP_PIXELS,
        labels: truths.map(({ name, alphaBetaGy }) =>
          hasOwnAlphaBeta(truths)
            ? `${cut(name, MOST_LABEL)}, α/β ${gray(alphaBetaGy!)}`
            : cut(name, MOST_LABEL),
        ),
        names: truths.map(({ name }) => cut(name, MOST_NARROW)),
      },
    };
  },
};

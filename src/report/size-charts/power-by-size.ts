import spec from '../../../reports/power-by-size.vl.json' with { type: 'json' };
import type { SizeResult } from '../../study/size/size-result.ts';
import { foundSize } from '../found-words.ts';
import { grouped, known, percent } from '../numbers.ts';
import { isExactCurve, type SizeCurve, sizeCurveContent } from '../size-curve.ts';
import type { SizeChart } from './definition.ts';

const curveOf = ({ curve, truths, power }: SizeResult): SizeCurve => ({
  points: curve.map(({ size, power: value }) => ({ size, value })),
  found: truths[0].found,
  target: power,
});

function titleOf({ truths, power, solved }: SizeResult): string {
  const [{ found, isTrue, power: stated }] = truths;
  const size = foundSize(found);
  const target = `${Number(percent(power))} % power`;
  const have = `the stated ${grouped(solved.stated)} have ${known(stated)}`;
  if (size !== undefined) return `As planned, ${target} takes ${grouped(size)} ${solved.unit}; ${have}`;
  return isTrue
    ? `As planned, no size that was searched gives ${target}; ${have}`
    : `As planned the claim is false, so that no number of patients gives ${target}; ${have}`;
}

function descriptionOf(result: SizeResult): string {
  const { truths, replicates } = result;
  const { found } = truths[0];
  const points = `points are simulated (${grouped(replicates)} trials, bars: 95 % intervals)`;
  const line = isExactCurve(curveOf(result))
    ? `The line is exact at the sizes shown, ${points}. Between them exact power rises in saws.`
    : `There is no exact value: ${points}, the dashed line joins them.`;
  const marked =
    found.kind === 'exact' && found.lasting !== undefined
      ? ` From ${grouped(found.lasting)} on every size up to ${grouped(found.horizon)} has the power; ${grouped(found.smallest)} is the first that has it.`
      : found.kind === 'simulated'
        ? ` The size found is the upper end of its ${percent(found.confidence, 0)} % interval, ${grouped(found.interval[0])} to ${grouped(found.interval[1])}.`
        : '';
  return `Power by size under the truth as planned. ${line}${marked}`;
}

export const powerBySize: SizeChart = {
  summary: 'Power by size under the truth as planned, exact and simulated, with the size that is found.',
  reference: 'Morris, White & Crowther 2019, Stat Med 38:2074',
  spec,
  content(result) {
    return {
      title: titleOf(result),
      description: descriptionOf(result),
      ...sizeCurveContent(result, curveOf(result)),
    };
  },
};

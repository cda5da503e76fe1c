import spec from '../../../reports/assurance-by-size.vl.json' with { type: 'json' };
import type { SizeResult } from '../../study/size/size-result.ts';
import { foundSize } from '../found-words.ts';
import { best, grouped, known, percent } from '../numbers.ts';
import { isExactCurve, type SizeCurve, sizeCurveContent } from '../size-curve.ts';
import { targetWords } from '../target-words.ts';
import type { SizeChart } from './definition.ts';

function curveOf({ assurance, overWorlds, foundOverWorlds, ceiling }: SizeResult): SizeCurve {
  return {
    points: assurance.map((row) => ({ size: row.size, value: row[overWorlds.name] })),
    found: foundOverWorlds!,
    target: overWorlds.value,
    ceiling: ceiling!,
  };
}

function titleOf({ overWorlds, foundOverWorlds, ceiling, solved, assurance }: SizeResult): string {
  const target = `${Number(percent(overWorlds.value))} %`;
  const size = foundSize(foundOverWorlds!);
  if (size === undefined)
    return overWorlds.value >= best(ceiling!)
      ? `No number of patients reaches ${target}: the claim is true in ${known(ceiling!)} of worlds`
      : `No size that was searched reaches ${target} over the worlds; the claim is true in ${known(ceiling!)} of them`;
  const stated = assurance.find((row) => row.size === solved.stated);
  const have = stated ? `; the stated ${grouped(solved.stated)} have ${known(stated[overWorlds.name])}` : '';
  return `Over the worlds, ${target} ${targetWords[overWorlds.name]} takes ${grouped(size)} ${solved.unit}${have}`;
}

function descriptionOf(result: SizeResult): string {
  const { worlds, overWorlds } = result;
  const line = isExactCurve(curveOf(result))
    ? 'the line is exact, by quadrature over what is uncertain, points are means'
    : 'there is no exact value: points are means, joined by the dashed line,';
  return `Probability of ${targetWords[overWorlds.name]}, by size: ${line} over ${grouped(worlds)} drawn worlds (bars: 95 % intervals; the same worlds at every size, so that the points are off to the same side). The long-dashed line is the ceiling, the share of worlds in which the claim is true; success with the claim true is never more, however many patients.`;
}

export const assuranceBySize: SizeChart = {
  summary: 'Success over the worlds by size, with target and ceiling.',
  reference: 'O’Hagan, Stevens & Campbell 2005, Pharm Stat 4:187',
  spec,
  content(result) {
    if (!result.foundOverWorlds || !result.ceiling || result.assurance.length === 0) return undefined;
    const { data, params } = sizeCurveContent(result, curveOf(result));
    return {
      title: titleOf(result),
      description: descriptionOf(result),
      data,
      params: { ...params, valueTitle: `${targetWords[result.overWorlds.name]} (%)` },
    };
  },
};

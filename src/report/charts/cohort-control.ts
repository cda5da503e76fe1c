import spec from '../../../reports/cohort-control.vl.json' with { type: 'json' };
import type { RunResult } from '../../engine/result.ts';
import { crossingAlphaBetaGy } from '../../radiobiology/linear-quadratic.ts';
import { type ChartArm, chartArms, legendParams, sumsOf } from '../chart-arms.ts';
import { endpointWords } from '../endpoint-words.ts';
import { axisParams, gray, percent, short } from '../numbers.ts';
import type { ChartDefinition, Row } from './definition.ts';

type Shown = NonNullable<RunResult['patients']>;

const BINS = 24;
/** Differences of probability that count as none: a hundredth of a percentage point. */
const EQUAL = 0.0001;

/** Patients in bins of equal width on the logarithmic axis, as shares in percent. */
function histogram(values: readonly number[]): Row[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = Math.log(high / low) / BINS;
  const counts = Array.from({ length: BINS }, () => 0);
  for (const value of values) counts[Math.min(BINS - 1, Math.floor(Math.log(value / low) / step))]++;
  return counts.map((count, i) => ({
    from: short(low * Math.exp(i * step)),
    to: short(low * Math.exp((i + 1) * step)),
    share: short((100 * count) / values.length),
  }));
}

/** Value below which a share of the sorted values lies. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.round(share * (sorted.length - 1))];

function titleOfOne({ label }: ChartArm, probabilities: readonly number[]): string {
  const sorted = probabilities.toSorted((a, b) => a - b);
  const [low, high] = [0.1, 0.9].map((share) => percent(quantile(sorted, share)));
  return `Under ${label}, the middle 80 % of ${sorted.length} simulated patients have a probability of control between ${low} and ${high} %`;
}

function titleOfTwo([a, b]: readonly ChartArm[], inA: readonly number[], inB: readonly number[]): string {
  const n = inA.length;
  const favours = (sign: number): number => inA.filter((p, i) => sign * (inB[i] - p) > EQUAL).length;
  const [forA, forB] = [favours(-1), favours(1)];
  if (forA + forB === 0)
    return `Both arms give each of ${n} simulated patients the same probability of control`;
  const [more, fewer] = forB > forA ? [b, a] : [a, b];
  const [most, fewest] = [Math.max(forA, forB), Math.min(forA, forB)];
  if (most === n)
    return `All ${n} simulated patients are likelier to be controlled by ${more.label} than by ${fewer.label}`;
  const others = n - most - fewest;
  const rest = others > 0 ? ` and ${others} by neither` : '';
  return `Of ${n} simulated patients, ${most} are likelier to be controlled by ${more.label}, ${fewest} by ${fewer.label}${rest}`;
}

function titleOf(arms: readonly ChartArm[], { controlProbability }: Shown): string {
  const columns = arms.map(({ name }) => controlProbability[name]);
  return arms.length === 1 ? titleOfOne(arms[0], columns[0]) : titleOfTwo(arms, columns[0], columns[1]);
}

/** Where the arms are equal, if patients reach there. */
function crossingRows(result: RunResult, arms: readonly ChartArm[], values: readonly number[]): Row[] {
  const [a, b] = arms.map(({ name }) => sumsOf(result, name));
  const crossing = a && b && crossingAlphaBetaGy(a, b);
  if (crossing === undefined || crossing < Math.min(...values) || crossing > Math.max(...values)) return [];
  return [{ alphaBetaGy: short(crossing), label: `arms equal at ${gray(crossing)}` }];
}

export const cohortControl: ChartDefinition = {
  summary: 'α/β of simulated patients, and the probability of control that each arm gives them.',
  reference: 'patients of world 0 as planned',
  spec,
  content(result: RunResult) {
    const { patients } = result;
    if (!patients || Math.min(...patients.alphaBetaGy) === Math.max(...patients.alphaBetaGy))
      return undefined;
    const arms = chartArms(result);
    const endpoint = endpointWords(result, 'localControl');
    return {
      title: titleOf(arms, patients),
      description: `Above, how α/β varies between ${patients.alphaBetaGy.length} patients simulated as planned; below, each patient’s probability of ${endpoint} in each arm, everything random about the outcome averaged out. This is heterogeneity between patients, not uncertainty.`,
      data: {
        bins: histogram(patients.alphaBetaGy),
        patients: arms.flatMap(({ name, role }) =>
          patients.alphaBetaGy.map((value, i) => ({
            role,
            alphaBetaGy: short(value),
            control: short(100 * patients.controlProbability[name][i]),
          })),
        ),
        crossing: crossingRows(result, arms, patients.alphaBetaGy),
      },
      params: {
        ...legendParams(arms),
        ...axisParams('x', patients.alphaBetaGy),
        controlTitle: [`probability of`, `${endpoint} (%)`],
      },
    };
  },
};

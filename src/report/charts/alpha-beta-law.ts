import spec from '../../../reports/alpha-beta-law.vl.json' with { type: 'json' };
import { quantileOf } from '../../cohort/column-quantile.ts';
import type { RunResult } from '../../engine/result.ts';
import { type EquallyLikely, equallyLikely, logBins, quantileAmong } from '../equally-likely.ts';
import { axisParams, gray, short } from '../numbers.ts';
import { alphaBetaCohort, isMedianTold, type WorldMedians, worldMedians } from '../world-medians.ts';
import type { ChartDefinition, Row } from './definition.ts';

const BINS = 25;
const PATIENTS = 1000;
/** Room above the curves for the label, as a share of the highest. */
const HEADROOM = 1.12;

/** One spread of α/β: of patients, or of their median over worlds. */
interface Spread {
  readonly of: 'patients' | 'worlds';
  readonly valuesGy: EquallyLikely;
}

/** `1.8 and 13.2 Gy`: the middle 90 %, its ends joined by a word. */
function ends({ valuesGy }: Spread, word: string): string {
  const [low, high] = [0.05, 0.95].map((share) => quantileAmong(valuesGy, share));
  return `${Number(low.toFixed(1))} ${word} ${gray(high)}`;
}

/** Shares of one spread at the middle of its bins, falling to 0 outside. */
function shareRows({ of, valuesGy }: Spread, [low, high]: readonly [number, number]): Row[] {
  const step = Math.log(high / low) / BINS;
  const at = (bin: number): number => short(low * Math.exp((bin + 0.5) * step));
  return logBins(valuesGy, low, high, BINS).map(
    (share, bin): Row => ({ of, alphaBetaGy: at(bin), share: short(100 * share) }),
  );
}

function titleOf(
  result: RunResult,
  patients: Spread | undefined,
  worlds: Spread | undefined,
  median: number,
): string {
  if (!patients)
    return `All patients have one α/β, and it lies between ${ends(worlds!, 'and')} in 90 % of worlds`;
  const vary = `90 % of patients have an α/β between ${ends(patients, 'and')}`;
  if (!worlds)
    return isMedianTold(result)
      ? `${vary}; that their median is ${gray(median)} is taken as known`
      : `${vary}; how uncertain their median of ${gray(median)} is, no worlds were drawn to tell`;
  return `${vary}; their median lies between ${ends(worlds, 'and')} in 90 % of worlds`;
}

function descriptionOf(patients: Spread | undefined, medians: WorldMedians | undefined): string {
  const ofPatients = patients
    ? ' Solid: how patients differ, as planned (heterogeneity), which no further trial makes smaller.'
    : '';
  const source =
    medians?.from === 'law'
      ? 'by the stated law'
      : `in ${medians?.mediansGy.length} worlds drawn from all that is uncertain`;
  const what = patients ? 'the median of the patients' : 'the α/β of all patients';
  const ofWorlds = medians
    ? ` Dashed: what is not known of ${what} (uncertainty), ${source}; further evidence makes it smaller.`
    : '';
  return `Shares of patients and of worlds in ${BINS} steps of α/β of equal width on a logarithmic axis.${ofPatients}${ofWorlds} The dotted line is the median as planned.`;
}

export const alphaBetaLaw: ChartDefinition = {
  summary: 'How α/β differs between patients, and what is not known of its median.',
  reference: 'O’Hagan, Stevens & Campbell 2005, Pharm Stat 4:187',
  spec,
  showsInput: true,
  severalArms: true,
  content(result: RunResult) {
    const cohort = alphaBetaCohort(result.scenario.resolved.truth.cohort);
    if (!cohort) return undefined;
    const quantile = (share: number): number => quantileOf(cohort, 'alphaBetaGy', share)!;
    const valuesGy = equallyLikely(quantile, PATIENTS);
    const patients: Spread | undefined =
      Math.min(...valuesGy) < Math.max(...valuesGy) ? { of: 'patients', valuesGy } : undefined;
    const medians = worldMedians(result);
    const worlds: Spread | undefined = medians && { of: 'worlds', valuesGy: medians.mediansGy };
    const spreads = [patients, worlds].filter((spread) => spread !== undefined);
    if (spreads.length === 0) return undefined;
    const all = spreads.flatMap((spread) => spread.valuesGy);
    const range: [number, number] = [Math.min(...all), Math.max(...all)];
    const median = quantile(0.5);
    const shares = spreads.flatMap((spread) => shareRows(spread, range));
    return {
      title: titleOf(result, patients, worlds, median),
      description: descriptionOf(patients, medians),
      data: {
        shares,
        planned: [
          {
            median: short(median),
            label: `planned ${gray(median)}`,
            isRight: Math.log(median / range[0]) > 0.6 * Math.log(range[1] / range[0]),
          },
        ],
      },
      params: {
        ...axisParams('x', range),
        yHigh: short(HEADROOM * Math.max(...shares.map(({ share }) => Number(share)))),
        kinds: spreads.map(({ of }) => of),
        patientsName: patients ? `patients: ${ends(patients, 'to')} (90 %)` : '',
        worldsName: worlds
          ? `${patients ? 'their median' : 'α/β'} by world: ${ends(worlds, 'to')} (90 %)`
          : '',
      },
    };
  },
};

import { binomialProbabilities } from '../numeric/binomial-probabilities.ts';
import type { TwoArmCounts } from './tests/definition.ts';

/** What a look of two arms may decide. */
export type TwoArmVerdict = 'efficacy' | 'futility';

/** A two-arm trial with looks at stated numbers of patients. */
export interface TwoArmLooks {
  /** Evaluable patients of each arm up to each look: both above 0, never falling; the last look has all. */
  readonly sizes: readonly (readonly [control: number, experimental: number])[];
  /** What a look decides; undefined goes on, and at the last look shows nothing. */
  decide(look: number, counts: TwoArmCounts): TwoArmVerdict | undefined;
}

/** What a two-arm trial with looks does, exactly. */
export interface ExactTwoArmSequential {
  /** By look, the probability of each verdict there. */
  readonly stops: readonly Readonly<Record<TwoArmVerdict, number>>[];
  /** P(efficacy at any look). */
  readonly power: number;
  readonly expectedSizes: readonly [control: number, experimental: number];
}

/** Increments rarer than this times the commonest are left out. */
const LIKELY = 1e-16;
/** Pairs of counts rarer than this are left out: a million of them hold 1e-14. */
const RARE = 1e-20;
/** Pairs of counts that are followed: 16 MB of them. */
export const MOST_PAIRS = 2_000_000;

/** Counts of one arm along an axis of the state. */
interface Axis {
  readonly stride: number;
  /** Highest count before and after the new patients. */
  readonly before: number;
  readonly after: number;
  readonly rate: number;
}

/**
 * Exact law of two arms of independent patients with interim looks, by dynamic programming over their success counts.
 * A look costs two convolutions, at most patients² × new patients of an arm, and one decision a likely pair of counts.
 *
 * @param rates success rates of the two arms
 * @throws RangeError if sizes fall or are not whole, rates are outside [0, 1], or there are more than two million pairs
 */
export function exactTwoArmSequential(
  { sizes, decide }: TwoArmLooks,
  rates: readonly [control: number, experimental: number],
): ExactTwoArmSequential {
  requireLooks(sizes, rates);
  const [controlMost, experimentalMost] = sizes[sizes.length - 1];
  const width = experimentalMost + 1;
  const state = new Float64Array((controlMost + 1) * width);
  state[0] = 1;
  const stops = sizes.map(() => ({ efficacy: 0, futility: 0 }));
  const expectedSizes: [number, number] = [0, 0];
  let going = 1;
  sizes.forEach((size, look) => {
    const [control, experimental] = ([0, 1] as const).map((arm): Axis => {
      const before = look > 0 ? sizes[look - 1][arm] : 0;
      expectedSizes[arm] += going * (size[arm] - before);
      return { stride: arm === 0 ? width : 1, before, after: size[arm], rate: rates[arm] };
    });
    addPatients(state, control, experimental.stride, experimental.before);
    addPatients(state, experimental, control.stride, control.after);
    takeOut(state, width, size, (counts) => decide(look, counts), stops[look]);
    going -= stops[look].efficacy + stops[look].futility;
  });
  return { stops, power: stops.reduce((sum, { efficacy }) => sum + efficacy, 0), expectedSizes };
}

/** P′(j) = Σᵢ P(j − i)·Binomial(i; new patients, rate) along one axis, in place, for every count on the other. */
function addPatients(
  state: Float64Array,
  { stride, before, after, rate }: Axis,
  otherStride: number,
  others: number,
): void {
  const { first, probabilities } = binomialProbabilities(after - before, rate, LIKELY);
  const line = new Float64Array(before + 1);
  for (let other = 0; other <= others; other++) {
    const base = other * otherStride;
    let [low, high] = [before + 1, -1];
    for (let i = 0; i <= before; i++) {
      line[i] = state[base + i * stride];
      if (line[i] === 0) continue;
      low = Math.min(low, i);
      high = i;
    }
    if (high < 0) continue;
    for (let j = 0; j <= after; j++) {
      // i new successes beside j − i before
      const least = Math.max(0, j - high - first);
      const most = Math.min(probabilities.length - 1, j - low - first);
      let sum = 0;
      for (let i = least; i <= most; i++) sum += line[j - first - i] * probabilities[i];
      state[base + j * stride] = sum;
    }
  }
}

/** Moves the probability of pairs that a look stops into its tally. */
function takeOut(
  state: Float64Array,
  width: number,
  [controlSize, experimentalSize]: readonly [number, number],
  decide: (counts: TwoArmCounts) => TwoArmVerdict | undefined,
  stops: Record<TwoArmVerdict, number>,
): void {
  for (let controlSuccesses = 0; controlSuccesses <= controlSize; controlSuccesses++) {
    for (let experimentalSuccesses = 0; experimentalSuccesses <= experimentalSize; experimentalSuccesses++) {
      const at = controlSuccesses * width + experimentalSuccesses;
      const probability = state[at];
      if (probability === 0) continue;
      if (probability < RARE) {
        state[at] = 0;
        continue;
      }
      const verdict = decide({ controlSuccesses, controlSize, experimentalSuccesses, experimentalSize });
      if (verdict === undefined) continue;
      stops[verdict] += probability;
      state[at] = 0;
    }
  }
}

function requireLooks(sizes: TwoArmLooks['sizes'], rates: readonly number[]): void {
  sizes.forEach((size, look) => {
    size.forEach((patients, arm) => {
      const least = look > 0 ? sizes[look - 1][arm] : 1;
      if (!(Number.isInteger(patients) && patients >= least))
        throw new RangeError(
          `invalid sizes[${look}][${arm}]: ${patients} (must be whole and at least ${least})`,
        );
    });
  });
  const pairs = sizes.length > 0 ? (sizes.at(-1)![0] + 1) * (sizes.at(-1)![1] + 1) : 0;
  if (pairs === 0 || pairs > MOST_PAIRS)
    throw new RangeError(`invalid sizes: ${pairs} pairs of counts (must be 4 to ${MOST_PAIRS})`);
  rates.forEach((rate, arm) => {
    if (!(rate >= 0 && rate <= 1)) throw new RangeError(`invalid rates[${arm}]: ${rate} (must be in [0, 1])`);
  });
}

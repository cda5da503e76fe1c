import { atMost1 } from '../numeric/at-most-1.ts';
import { binomialProbabilities, type CountProbabilities } from '../numeric/binomial-probabilities.ts';
import type { TwoArmCounts } from './tests/definition.ts';

/** The success counts of two arms at which a test rejects. */
export interface RejectionRegion {
  readonly controlSize: number;
  readonly experimentalSize: number;
  /**
   * By control successes: it rejects from the first threshold of experimental successes on, no more from the second on,
   * and so forth; a threshold above `experimentalSize` is never reached.
   */
  readonly thresholds: readonly Int32Array[];
}

/** The counts that are looked at; outside, nothing is said. */
export interface CountWindow {
  readonly control: readonly [from: number, to: number];
  readonly experimental: readonly [from: number, to: number];
}

/** The counts that matter under these rates: the others hold less than 1e-13 of the probability. */
export function likelyCounts(
  controlSize: number,
  experimentalSize: number,
  controlRate: number,
  experimentalRate: number,
): CountWindow {
  const window = (size: number, rate: number): [number, number] => {
    const { first, probabilities } = binomialProbabilities(size, rate, LIKELY);
    return [first, first + probabilities.length - 1];
  };
  return {
    control: window(controlSize, controlRate),
    experimental: window(experimentalSize, experimentalRate),
  };
}

/** Counts rarer than this times the commonest are left out. */
const LIKELY = 1e-15;

/**
 * Finds where a prepared test rejects.
 *
 * @param isMonotone whether the test is: then only the border is walked along, else every pair of counts is asked
 */
export function rejectionRegion(
  rejects: (counts: TwoArmCounts) => boolean,
  isMonotone: boolean,
  controlSize: number,
  experimentalSize: number,
  window: CountWindow = { control: [0, controlSize], experimental: [0, experimentalSize] },
): RejectionRegion {
  const at = (controlSuccesses: number, experimentalSuccesses: number): boolean =>
    rejects({ controlSuccesses, controlSize, experimentalSuccesses, experimentalSize });
  const thresholds = isMonotone
    ? [border(at, controlSize, experimentalSize, window)]
    : layers(at, controlSize, experimentalSize, window);
  return { controlSize, experimentalSize, thresholds };
}

type Asked = (control: number, experimental: number) => boolean;

/** The least experimental count that rejects, by control count: never fewer for more control successes. */
function border(
  at: Asked,
  controlSize: number,
  experimentalSize: number,
  { control: [from, to], experimental: [low, high] }: CountWindow,
): Int32Array {
  const least = new Int32Array(controlSize + 1).fill(experimentalSize + 1);
  for (let c = from, e = low; c <= to; c++) {
    while (e <= high && !at(c, e)) e++;
    if (e > high) break;
    least[c] = e;
  }
  return least;
}

/** Every change between rejecting and not, layer by layer. */
function layers(
  at: Asked,
  controlSize: number,
  experimentalSize: number,
  { control: [from, to], experimental: [low, high] }: CountWindow,
): Int32Array[] {
  const found: Int32Array[] = [];
  for (let c = from; c <= to; c++) {
    let depth = 0;
    for (let e = low; e <= high; e++) {
      if (at(c, e) === (depth % 2 === 1)) continue;
      found[depth] ??= new Int32Array(controlSize + 1).fill(experimentalSize + 1);
      found[depth++][c] = e;
    }
  }
  return found;
}

/** P(at least k), for k from the law's first count to one past its last. */
function upperTails({ probabilities }: CountProbabilities): Float64Array {
  const tails = new Float64Array(probabilities.length + 1);
  for (let i = probabilities.length - 1; i >= 0; i--) tails[i] = tails[i + 1] + probabilities[i];
  return tails;
}

/** Exact probability of rejection under two success rates, but for counts that hold less than 1e-13 of it. */
export function rejectionProbability(
  { controlSize, experimentalSize, thresholds }: RejectionRegion,
  controlRate: number,
  experimentalRate: number,
): number {
  const control = binomialProbabilities(controlSize, controlRate, LIKELY);
  const experimental = binomialProbabilities(experimentalSize, experimentalRate, LIKELY);
  const tails = upperTails(experimental);
  const last = tails.length - 1;
  let sum = 0;
  thresholds.forEach((least, layer) => {
    const sign = layer % 2 === 0 ? 1 : -1;
    for (let i = 0; i < control.probabilities.length; i++) {
      const k = least[control.first + i] - experimental.first;
      if (k < last) sum += sign * control.probabilities[i] * tails[k > 0 ? k : 0];
    }
  });
  // Layers are taken from each other
  return Math.max(0, atMost1(sum));
}

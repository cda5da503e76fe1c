import { CENSORED, type TimeData } from './time-data.ts';

/** Most places that a patient is moved by insertion, on average, before a sort by comparison takes over. */
const MOST_MOVES = 16;

/** The columns of sorted patients, and the buckets in which they are put before. */
interface SortBuffers {
  readonly years: Float64Array;
  readonly status: Uint8Array;
  readonly arm: Uint8Array;
  /** Position + 1 of the first patient of each bucket; 0 where it is empty. */
  readonly first: Uint32Array;
  /** Position + 1 of the patient who follows in the same bucket; 0 of the last one. */
  readonly next: Uint32Array;
}

const emptyBuffers = (length: number): SortBuffers => ({
  years: new Float64Array(length),
  status: new Uint8Array(length),
  arm: new Uint8Array(length),
  first: new Uint32Array(length),
  next: new Uint32Array(length),
});

/** Failures first, censorings last. */
const rank = (status: number): number => (status === CENSORED ? 3 : status);

/** Puts patients into as many buckets of equal width as there are patients, those of one bucket in their order. */
function spread(years: Float64Array, size: number, { first, next }: SortBuffers): void {
  let longest = 0;
  for (let i = 0; i < size; i++) if (years[i] > longest) longest = years[i];
  const bucketsAYear = (size - 1) / longest;
  first.fill(0, 0, size);
  for (let i = size - 1; i >= 0; i--) {
    // Of a longest time of 0 or ∞ the product may be NaN, which is bucket 0
    const bucket = (years[i] * bucketsAYear) | 0;
    next[i] = first[bucket];
    first[bucket] = i + 1;
  }
}

/** Takes patients bucket by bucket, each to its place among those before; false where that takes too many moves. */
function gather(
  fromYears: Float64Array,
  fromStatus: Uint8Array,
  fromArm: Uint8Array,
  size: number,
  { years, status, arm, first, next }: SortBuffers,
): boolean {
  let taken = 0;
  let moves = 0;
  for (let bucket = 0; bucket < size; bucket++)
    for (let follower = first[bucket]; follower > 0; follower = next[follower - 1]) {
      const from = follower - 1;
      const time = fromYears[from];
      const how = fromStatus[from];
      let place = taken;
      for (; place > 0; place--) {
        const before = years[place - 1];
        if (before < time || (before === time && rank(status[place - 1]) <= rank(how))) break;
        years[place] = before;
        status[place] = status[place - 1];
        arm[place] = arm[place - 1];
      }
      years[place] = time;
      status[place] = how;
      arm[place] = fromArm[from];
      moves += taken - place;
      taken++;
      if (moves > MOST_MOVES * size) return false;
    }
  return true;
}

/** Sorts by comparison, however the years are spread. */
function compare(
  years: Float64Array,
  status: Uint8Array,
  arm: Uint8Array,
  size: number,
  into: SortBuffers,
): void {
  Array.from({ length: size }, (_, i) => i)
    .sort((a, b) => years[a] - years[b] || rank(status[a]) - rank(status[b]))
    .forEach((from, place) => {
      into.years[place] = years[from];
      into.status[place] = status[from];
      into.arm[place] = arm[from];
    });
}

/**
 * Prepares a sort of patients by their time; the function that it returns takes unsorted columns (years >= 0, none NaN)
 * of `size` patients, and gives them sorted as {@link TimeData} is. Its buffers are filled again at the next call. Equal
 * patients keep their order.
 */
export function createTimeSorter(): (
  years: Float64Array,
  status: Uint8Array,
  arm: Uint8Array,
  size: number,
) => TimeData {
  let buffers = emptyBuffers(0);
  return (years, status, arm, size) => {
    if (size > buffers.arm.length) buffers = emptyBuffers(2 * size);
    spread(years, size, buffers);
    if (!gather(years, status, arm, size, buffers)) compare(years, status, arm, size, buffers);
    return { size, years: buffers.years, status: buffers.status, arm: buffers.arm };
  };
}

import { CENSORED, type TimeData } from './time-data.ts';

/** Shortest runs of the merge sort, sorted by insertion. */
const RUN = 8;

/** Sorts each run of {@link RUN} years by insertion, and what goes with them. */
function sortRuns(years: Float64Array, order: Uint32Array, size: number): void {
  for (let start = 0; start < size; start += RUN) {
    const end = Math.min(start + RUN, size);
    for (let i = start + 1; i < end; i++) {
      const [time, index] = [years[i], order[i]];
      let place = i;
      for (; place > start && time < years[place - 1]; place--) {
        years[place] = years[place - 1];
        order[place] = order[place - 1];
      }
      years[place] = time;
      order[place] = index;
    }
  }
}

/** Merges neighbouring runs of `width` into other buffers; of equals the first run's come first. */
function mergeRuns(
  years: Float64Array,
  order: Uint32Array,
  toYears: Float64Array,
  toOrder: Uint32Array,
  size: number,
  width: number,
): void {
  for (let start = 0; start < size; start += 2 * width) {
    const middle = Math.min(start + width, size);
    const end = Math.min(start + 2 * width, size);
    let left = start;
    let right = middle;
    for (let place = start; place < end; place++) {
      const from = left >= middle || (right < end && years[right] < years[left]) ? right++ : left++;
      toYears[place] = years[from];
      toOrder[place] = order[from];
    }
  }
}

/** Failures first, censorings last. */
const rank = (status: number): number => (status === CENSORED ? 3 : status);

/** Puts those of one time in the order of how they end. */
function orderTies(years: Float64Array, order: Uint32Array, status: Uint8Array, size: number): void {
  for (let i = 1; i < size; i++) {
    const index = order[i];
    let place = i;
    for (; place > 0 && years[place - 1] === years[i]; place--) {
      if (rank(status[order[place - 1]]) <= rank(status[index])) break;
      order[place] = order[place - 1];
    }
    order[place] = index;
  }
}

const emptyBuffers = (length: number) => ({
  years: new Float64Array(length),
  otherYears: new Float64Array(length),
  order: new Uint32Array(length),
  otherOrder: new Uint32Array(length),
  status: new Uint8Array(length),
  arm: new Uint8Array(length),
});

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
    let { years: times, otherYears: otherTimes, order, otherOrder } = buffers;
    for (let i = 0; i < size; i++) {
      times[i] = years[i];
      order[i] = i;
    }
    sortRuns(times, order, size);
    for (let width = RUN; width < size; width *= 2) {
      mergeRuns(times, order, otherTimes, otherOrder, size, width);
      [times, otherTimes] = [otherTimes, times];
      [order, otherOrder] = [otherOrder, order];
    }
    orderTies(times, order, status, size);
    for (let i = 0; i < size; i++) {
      buffers.status[i] = status[order[i]];
      buffers.arm[i] = arm[order[i]];
    }
    return { size, years: times, status: buffers.status, arm: buffers.arm };
  };
}

import { CENSORED, type TimeData } from './time-data.ts';

/** Shortest runs of the merge sort, sorted by insertion. */
const RUN = 8;

type Precedes = (first: number, second: number) => boolean;

/** Sorts each run of {@link RUN} indices by insertion. */
function sortRuns(order: Uint32Array, size: number, precedes: Precedes): void {
  for (let start = 0; start < size; start += RUN) {
    const end = Math.min(start + RUN, size);
    for (let i = start + 1; i < end; i++) {
      const index = order[i];
      let place = i;
      for (; place > start && precedes(index, order[place - 1]); place--) order[place] = order[place - 1];
      order[place] = index;
    }
  }
}

/** Merges neighbouring runs of `width` indices of `from` into `to`; of equals the first run's come first. */
function mergeRuns(
  from: Uint32Array,
  to: Uint32Array,
  size: number,
  width: number,
  precedes: Precedes,
): void {
  for (let start = 0; start < size; start += 2 * width) {
    const middle = Math.min(start + width, size);
    const end = Math.min(start + 2 * width, size);
    let [left, right] = [start, middle];
    for (let place = start; place < end; place++) {
      const takesRight = left >= middle || (right < end && precedes(from[right], from[left]));
      to[place] = takesRight ? from[right++] : from[left++];
    }
  }
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
  let capacity = 0;
  let order = new Uint32Array(0);
  let other = order;
  let sorted = { size: 0, years: new Float64Array(0), status: new Uint8Array(0), arm: new Uint8Array(0) };
  const grow = (size: number): void => {
    capacity = 2 * size;
    order = new Uint32Array(capacity);
    other = new Uint32Array(capacity);
    const [status, arm] = [new Uint8Array(capacity), new Uint8Array(capacity)];
    sorted = { size: 0, years: new Float64Array(capacity), status, arm };
  };
  return (years, status, arm, size) => {
    if (size > capacity) grow(size);
    // censorings last: 1 and 2 keep their place, 0 becomes 3
    const rank = (index: number): number => (status[index] === CENSORED ? 3 : status[index]);
    const precedes: Precedes = (first, second) =>
      years[first] < years[second] || (years[first] === years[second] && rank(first) < rank(second));
    for (let i = 0; i < size; i++) order[i] = i;
    sortRuns(order, size, precedes);
    for (let width = RUN; width < size; width *= 2) {
      mergeRuns(order, other, size, width, precedes);
      [order, other] = [other, order];
    }
    for (let i = 0; i < size; i++) {
      sorted.years[i] = years[order[i]];
      sorted.status[i] = status[order[i]];
      sorted.arm[i] = arm[order[i]];
    }
    sorted.size = size;
    return sorted;
  };
}

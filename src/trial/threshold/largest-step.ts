/**
 * The largest whole number of steps from 1 to `most` that holds; 0 where not even one does.
 *
 * @param holds false from some number on, and true before it
 * @param guess where the answer may lie nearby
 */
export function largestStep(holds: (steps: number) => boolean, most: number, guess: number): number {
  let [low, high] = [0, most + 1];
  for (let steps = guess; high - low > 1; steps = Math.floor((low + high) / 2)) {
    if (steps <= low || steps >= high) continue;
    if (holds(steps)) low = steps;
    else high = steps;
  }
  return low;
}

/**
 * The largest whole number of steps from 1 to `most` that holds; 0 where not even one does.
 *
 * @param holds false from some number on, and true before it; asked little, as it may take long
 * @param guess where the answer may lie nearby: the search gallops from there
 */
export function largestStep(holds: (steps: number) => boolean, most: number, guess: number): number {
  let [low, high] = [0, most + 1];
  const ask = (steps: number): boolean => {
    const held = holds(steps);
    if (held) low = steps;
    else high = steps;
    return held;
  };
  let stride = Math.max(1, Math.round(guess / 100));
  if (guess > low && guess < high) {
    const direction = ask(guess) ? 1 : -1;
    for (let at = guess + direction * stride; at > low && at < high; at += direction * stride) {
      if (ask(at) !== direction > 0) break;
      stride *= 2;
    }
  }
  while (high - low > 1) ask(Math.floor((low + high) / 2));
  return low;
}

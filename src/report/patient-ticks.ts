import { evenTicks } from './axis-ticks.ts';

const DECADES = [1, 10, 100, 1000, 10_000];
const ROUND = DECADES.flatMap((unit) => [1, 2, 5].map((digit) => digit * unit));
/** Fewer ticks than this tell little of an axis; even ones then stand instead. */
const FEWEST = 3;
const EVEN = 5;

/** Round numbers of patients on a logarithmic axis. */
export function patientTicks(low: number, high: number): number[] {
  const inside = ROUND.filter((patients) => patients >= low && patients <= high);
  return inside.length < FEWEST ? evenTicks(low, high, EVEN) : inside;
}

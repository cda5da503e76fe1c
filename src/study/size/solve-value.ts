import type { Estimate } from '../../numeric/monte-carlo.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { Found } from './size-result.ts';

/** A quantity where a path has some value; undefined where no scenario can have that value. */
export type MeasureAt = (value: number) => Promise<Estimate | undefined>;

/** Values are tried by this factor away from the stated one, so many times on each side. */
const FACTOR = 1.25;
const MOST_TRIES = 16;
const CONFIDENCE = 0.95;
/** An exact root is found to this share of itself; a simulated one to a tenth of its standard error or this. */
const EXACT_TOLERANCE = 1e-7;
const SIMULATED_TOLERANCE = 1e-3;

/** A value and what it measures. */
interface Tried {
  readonly value: number;
  readonly measure: Estimate;
}

const best = ({ estimate, exact }: Estimate): number => exact ?? estimate;

/**
 * The value, nearest to the stated one, at which a quantity reaches a target: tried on both sides, then halved. Simulated
 * quantities have common random numbers, so that they follow one curve; the interval is what their standard error leaves.
 *
 * @param isWhole whether only whole values are possible
 */
export async function solveValue(
  measureAt: MeasureAt,
  target: number,
  stated: number,
  isWhole: boolean,
): Promise<Found> {
  const first = await measureAt(stated);
  if (!first) return { kind: 'none', isCertain: false, reason: 'no scenario can have the stated value' };
  const bracket = await findBracket(measureAt, target, { value: stated, measure: first }, isWhole);
  if ('reason' in bracket) return { kind: 'none', isCertain: false, reason: bracket.reason };
  const reaches = ({ measure }: Tried): boolean => best(measure) >= target;
  let [inside, outside] = reaches(bracket.a) ? [bracket.a, bracket.b] : [bracket.b, bracket.a];
  const isExact = inside.measure.exact !== undefined && outside.measure.exact !== undefined;
  const tolerance = isExact ? EXACT_TOLERANCE : SIMULATED_TOLERANCE;
  for (;;) {
    const gap = Math.abs(inside.value - outside.value);
    if (isWhole ? gap <= 1 : gap <= tolerance * Math.abs(inside.value)) break;
    const middle = (inside.value + outside.value) / 2;
    const value = isWhole ? Math.round(middle) : middle;
    const measure = await measureAt(value);
    if (!measure) return { kind: 'none', isCertain: false, reason: `no scenario can have ${value}` };
    if (best(measure) >= target) inside = { value, measure };
    else outside = { value, measure };
  }
  if (isExact) {
    inside = await shortest(measureAt, target, inside, outside.value);
    return {
      kind: 'exact',
      smallest: inside.value,
      searchedFrom: Math.min(bracket.a.value, bracket.b.value),
      horizon: Math.max(bracket.a.value, bracket.b.value),
      reached: best(inside.measure),
    };
  }
  return withInterval(inside, bracket, isWhole);
}

/** The value of fewest digits, from four on, that is no nearer to where the target is missed and still reaches it. */
async function shortest(measureAt: MeasureAt, target: number, found: Tried, missed: number): Promise<Tried> {
  for (let digits = 4; digits <= 8; digits++) {
    const unit = Number(`1e${Math.floor(Math.log10(Math.abs(found.value))) - digits + 1}`);
    const steps = found.value / unit;
    const value = Number(
      ((found.value > missed ? Math.ceil(steps) : Math.floor(steps)) * unit).toPrecision(digits),
    );
    const measure = await measureAt(value);
    if (measure && best(measure) >= target) return { value, measure };
  }
  return found;
}

/** The interval of a simulated root: its standard error over the mean slope of the bracket, on the scale of normal scores. */
function withInterval(found: Tried, { a, b }: { a: Tried; b: Tried }, isWhole: boolean): Found {
  const z = (tried: Tried): number => normalQuantile(Math.min(0.99, Math.max(0.01, best(tried.measure))));
  const slope = (z(b) - z(a)) / (b.value - a.value);
  const score = z(found);
  const density = Math.exp(-0.5 * score * score) / Math.sqrt(2 * Math.PI);
  const error = found.measure.mcse / Math.abs(slope * density);
  const reach = normalQuantile((1 + CONFIDENCE) / 2) * error;
  const [low, high] = [found.value - reach, found.value + reach];
  const whole = (value: number, up: boolean): number =>
    isWhole ? (up ? Math.ceil(value) : Math.floor(value)) : value;
  return {
    kind: 'simulated',
    estimate: found.value,
    interval: [whole(low, false), whole(high, true)],
    confidence: CONFIDENCE,
    recommended: slope > 0 ? whole(high, true) : whole(low, false),
    reached: found.measure,
  };
}

/** Two neighbouring values, one of which reaches the target, as near to the stated one as there are. */
async function findBracket(
  measureAt: MeasureAt,
  target: number,
  stated: Tried,
  isWhole: boolean,
): Promise<{ a: Tried; b: Tried } | { reason: string }> {
  const reaches = ({ measure }: Tried): boolean => best(measure) >= target;
  const sides = [
    { factor: FACTOR, last: stated, isOpen: true },
    { factor: 1 / FACTOR, last: stated, isOpen: true },
  ];
  let [lowest, highest] = [best(stated.measure), best(stated.measure)];
  for (let k = 0; k < MOST_TRIES; k++) {
    for (const side of sides) {
      if (!side.isOpen) continue;
      const next = side.last.value * side.factor;
      const away = side.factor > 1 ? Math.ceil(next) : Math.floor(next);
      const value = isWhole ? away : next;
      const measure = value === side.last.value ? undefined : await measureAt(value);
      if (!measure) {
        side.isOpen = false;
        continue;
      }
      const tried = { value, measure };
      if (reaches(tried) !== reaches(stated)) return { a: side.last, b: tried };
      side.last = tried;
      lowest = Math.min(lowest, best(measure));
      highest = Math.max(highest, best(measure));
    }
  }
  const [from, to] = sides.map(({ last }) => last.value).sort((a, b) => a - b);
  const range = `between ${Number(from.toPrecision(4))} and ${Number(to.toPrecision(4))}`;
  if (lowest === highest) return { reason: `${range} it does not hang on this value` };
  const seen = `${(100 * lowest).toFixed(1)} to ${(100 * highest).toFixed(1)} %`;
  return { reason: `${range} it is ${seen}` };
}

import { betaHighestDensity } from '../numeric/beta-highest-density.ts';
import { count, strict } from '../numeric/quantities.ts';
import { type BetaPrior, posteriorAbove, posteriorBelow } from './beta-posterior.ts';

/** What a single arm observed. */
export const observedSchema = strict({
  events: count('events observed', 0),
  patients: count('evaluable patients observed', 1),
}).check(({ value, issues }) => {
  if (value.events > value.patients) {
    const message = `${value.events} events in ${value.patients} patients`;
    issues.push({ code: 'custom', input: value, message, path: ['events'] });
  }
});

/** The posterior of an event's rate after what a trial observed. */
export interface PosteriorFinding {
  readonly events: number;
  readonly patients: number;
  readonly mean: number;
  /** Shortest interval that holds 95 % of the posterior; absent where the posterior rises to both ends. */
  readonly highestDensity95?: readonly [low: number, high: number];
  /** Posterior probability that the rate is better than the target. */
  readonly probabilityBetter: number;
}

/** The posterior after `events` of `patients`. */
export function posteriorFinding(
  prior: BetaPrior,
  { events, patients }: { readonly events: number; readonly patients: number },
  target: number,
  eventIsGood: boolean,
): PosteriorFinding {
  const [a, b] = [prior.a + events, prior.b + patients - events];
  const better = eventIsGood ? posteriorAbove : posteriorBelow;
  return {
    events,
    patients,
    // E[p] = (a + x)/(a + b + n)
    mean: a / (a + b),
    ...(Math.max(a, b) >= 1 && { highestDensity95: betaHighestDensity(a, b, 0.95) }),
    probabilityBetter: better(prior, events, patients, target),
  };
}

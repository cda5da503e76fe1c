import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { Trial } from '../scenario/trial.ts';
import {
  type CountClaim,
  type EventCounts,
  isTimeClaim,
  type TimeClaim,
} from '../trial/claims/definition.ts';
import { newcombe } from '../trial/difference-intervals/newcombe.ts';
import { experimentalArm } from '../trial/experimental-arm.ts';
import { attainedScore } from '../trial/group-sequential/attained-score.ts';
import { sequentialLevel } from '../trial/sequential-design.ts';
import { successesOf } from '../trial/successes.ts';
import type { TimeFinding } from '../trial/time-tests/definition.ts';
import { type AdjustedEstimate, adjustedEstimate } from './adjusted-estimate.ts';
import type { ReplicateSimulator } from './simulate-replicates.ts';
import { createObserver, observedInArm } from './story-observations.ts';
import type { HeldTwoArmLook } from './trial-end.ts';
import type { StoryAnalysis } from './trial-story.ts';

/** What an analysis found. */
type Found = Pick<StoryAnalysis, 'control' | 'experimental' | 'statistic' | 'estimate' | 'interval'>;

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Share of trials that the intervals of a claim cover: 1 − 2α, α its one-sided level. */
export const coverageOf = (claim: CountClaim | TimeClaim): number => 1 - 2 * sequentialLevel(claim)!;

/** The analyses of a claim in the trial simulated last; none where the counts of all patients decide it. */
export function storyAnalyses(trial: Trial, index: number, simulator: ReplicateSimulator): StoryAnalysis[] {
  const { design } = trial;
  const claim = design.claims[index];
  const course = simulator.claimCourses?.courses[index];
  if (!course) return [];
  const held: HeldTwoArmLook[] = [];
  course.end(false, (look) => held.push(look));
  const planned = (design.armLooks ?? design.sequential?.plan.spec)?.fractions.length ?? 1;
  const observe = isTimeClaim(claim)
    ? createObserver(trial, course, simulator, simulator.claimCourses!)
    : undefined;
  const foundAt = (look: HeldTwoArmLook): Found => {
    if (!isTimeClaim(claim)) return foundByCounts(claim, look.counts!);
    const seen = observe!(look.day);
    return {
      control: observedInArm(seen, 0),
      experimental: observedInArm(seen, experimentalArm(claim, trial.arms.length)),
      ...foundByTimes(claim, look.finding!),
    };
  };
  const adjusted = isTimeClaim(claim) ? adjustedAtEnd(trial, claim, held) : undefined;
  return held.map((look, k): StoryAnalysis => {
    const isLast = look.look === planned - 1;
    return {
      number: look.look + 1,
      isLast,
      day: design.accrual ? look.day : null,
      enrolled: look.enrolled,
      ...foundAt(look),
      ...(adjusted && k === held.length - 1 && { adjusted }),
      efficacyBound: known(look.bounds.efficacy),
      futilityBound: isLast ? null : known(look.bounds.futility),
      verdict: look.verdict ?? null,
    };
  });
}

/** The adjusted estimate on the scale of the claim, of a trial whose design has looks. */
function adjustedAtEnd(
  { design: { sequential } }: Trial,
  claim: TimeClaim,
  held: readonly HeldTwoArmLook[],
): AdjustedEstimate | undefined {
  const found = sequential && adjustedEstimate(claim, held, sequential.events!.at(-1)!, coverageOf(claim));
  if (!found) return undefined;
  const onScale = scaleOf(claim);
  return { estimate: onScale(found.estimate), low: onScale(found.low), high: onScale(found.high) };
}

/** From the scale on which a test estimates to that of its claim: hazards are estimated as logarithms of their ratio. */
function scaleOf({ times: { scale } }: TimeClaim): (value: number) => number {
  return scale === 'hazardRatio' || scale === 'subdistributionHazardRatio' ? Math.exp : (value) => value;
}

/** Effects on the scale of the claim. */
function foundByTimes(
  claim: TimeClaim,
  { statistic, estimate, standardError }: TimeFinding,
): Pick<Found, 'statistic' | 'estimate' | 'interval'> {
  const onScale = scaleOf(claim);
  const reach = normalQuantile((1 + coverageOf(claim)) / 2) * standardError;
  const hasInterval = Number.isFinite(estimate) && Number.isFinite(reach);
  return {
    statistic: known(statistic),
    estimate: Number.isFinite(estimate) ? onScale(estimate) : null,
    interval: hasInterval ? { low: onScale(estimate - reach), high: onScale(estimate + reach) } : null,
  };
}

function foundByCounts(claim: CountClaim, counts: EventCounts): Found {
  const [controlEvents, controlSize, events, size] = counts;
  const control = { events: controlEvents, size: controlSize };
  const experimental = { events, size };
  if (controlSize === 0 || size === 0)
    return { control, experimental, statistic: null, estimate: null, interval: null };
  const { test, margin } = claim.comparison!;
  const successes = successesOf(claim.endpoint.eventIsGood, ...counts);
  const [low, high] = newcombe.interval(experimental, control, coverageOf(claim));
  return {
    control,
    experimental,
    statistic: attainedScore(test, margin, successes) ?? null,
    estimate: events / size - controlEvents / controlSize,
    interval: { low, high },
  };
}

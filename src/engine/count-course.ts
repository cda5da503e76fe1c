import { endpointIndex, type KnownTruth, type Trial } from '../scenario/trial.ts';
import { outcomeDelayDays } from '../trial/accrual.ts';
import type { CountClaim } from '../trial/claims/definition.ts';
import { createSequentialDecision } from '../trial/group-sequential/sequential-decision.ts';
import { successesOf } from '../trial/successes.ts';
import type { AnalysedCounts } from './analysed-counts.ts';
import type { SimulatedArms } from './patient-times.ts';
import type { ClaimCourse, OnLook, TrialEnd } from './trial-end.ts';

/** A follower of the looks of a two-arm trial whose claim counts decide: each at the first so many patients. */
export function createCountCourse(
  { design }: Trial,
  { truth }: KnownTruth,
  claim: CountClaim,
  { simulators, calendar }: SimulatedArms,
  counts: AnalysedCounts,
): ClaimCourse {
  const { plan, patients } = design.sequential!;
  const { test, margin } = claim.comparison!;
  const decide = createSequentialDecision(test, margin, plan);
  const e = endpointIndex(truth, claim);
  const { eventIsGood, timeKey } = claim.endpoint;
  const delayDays = design.accrual ? outcomeDelayDays(design.accrual, timeKey, claim.time) : 0;
  const total = calendar.armOf.length;
  const end = (atMargin: boolean, onLook?: OnLook): TrialEnd => {
    const sizes = simulators.map(() => 0);
    let seen = 0;
    const lookDays: number[] = [];
    for (let look = 0; look < patients!.length; look++) {
      for (; seen < patients![look]; seen++) sizes[calendar.armOf[seen]]++;
      const [control, experimental] = simulators.map(({ outcomes }, arm): [events: number, size: number] => {
        const flags = atMargin && arm > 0 ? outcomes.marginEvents[e] : outcomes.events[e];
        const size = counts.size(counts.evaluable(outcomes, sizes[arm]), sizes[arm]);
        return [counts.events(flags, outcomes, sizes[arm], e), size];
      });
      const isEmpty = control[1] === 0 || experimental[1] === 0;
      const verdict = isEmpty
        ? undefined
        : decide(look, successesOf(eventIsGood, ...control, ...experimental));
      const day = design.accrual ? calendar.enrolmentDays[seen - 1] + delayDays : 0;
      const enrolled = design.accrual ? calendar.enrolledBy(day) : seen;
      const isLast = look === patients!.length - 1;
      onLook?.({
        look,
        day,
        enrolled,
        information: seen,
        counts: [...control, ...experimental],
        bounds: { efficacy: plan.efficacy[look], futility: plan.futility?.[look] ?? -Infinity },
        verdict: isLast && verdict === 'futility' ? undefined : verdict,
      });
      lookDays[look] = day;
      const found = { passes: verdict === 'efficacy', day, enrolled, lookDays, sizes: [...sizes] };
      if (isLast) return found;
      if (verdict) return { stoppedAt: look, verdict, ...found };
    }
    throw new RangeError(`invalid looks: none of ${total} patients`);
  };
  return { end };
}

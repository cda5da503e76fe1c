import type { KnownTruth, Trial } from '../scenario/trial.ts';
import type { TimeClaim } from '../trial/claims/definition.ts';
import type { TwoArmVerdict } from '../trial/exact-two-arm-sequential.ts';
import type { TimeFinding } from '../trial/time-tests/definition.ts';
import { createDataBy, patientsSeen } from './observe-patients.ts';
import {
  comparedArms,
  createPatientFiller,
  createPatientTimes,
  type SimulatedArms,
} from './patient-times.ts';
import { createSequentialBounds, type LookBounds } from './sequential-bounds.ts';
import type { ClaimCourse, OnLook, TrialEnd } from './trial-end.ts';

/** A follower of the trials of a claim on times under a known truth. */
export function createTimeCourse(
  trial: Trial,
  known: KnownTruth,
  claim: TimeClaim,
  simulated: SimulatedArms,
): ClaimCourse {
  const { design } = trial;
  const followUp = design.followUp!;
  const { surgeryAfterDays } = design.accrual!;
  const { calendar } = simulated;
  const analyse = claim.times.createAnalysis();
  const boundsOf = design.sequential && createSequentialBounds(design.sequential);
  const atLooks = design.sequential?.events?.slice(0, -1) ?? [];
  const compared = comparedArms(claim, trial.arms.length);
  const { capacities } = simulated.allocation;
  const patients = createPatientTimes(compared.reduce((sum, arm) => sum + capacities[arm], 0));
  const fill = createPatientFiller(trial, known, claim, simulated, patients);
  const dataBy = createDataBy(patients);
  const last = calendar.enrolmentDays.length - 1;
  let finalDay = 0;
  const end = (atMargin: boolean, onLook?: OnLook): TrialEnd => {
    if (atMargin) fill.atMargin();
    else fill.drawn();
    const { failureDays } = patients;
    finalDay = followUp.analysisDay({
      lastEnrolment: calendar.enrolmentDays[last],
      surgeryAfter: surgeryAfterDays,
      dayOfFailure: (n) => failureDays[n - 1] ?? Infinity,
    });
    const seen: number[] = [];
    const lookDays: number[] = [];
    for (let look = 0; look < atLooks.length; look++) {
      const day = failureDays[atLooks[look] - 1] ?? Infinity;
      if (day >= finalDay) break;
      const finding = analyse(dataBy(day));
      seen.push(atLooks[look]);
      lookDays[look] = day;
      const bounds = boundsOf!(seen, false);
      const verdict = verdictOf(finding, bounds);
      const enrolled = calendar.enrolledBy(day);
      onLook?.({ look, day, enrolled, information: atLooks[look], finding, bounds, verdict });
      if (verdict)
        return { stoppedAt: look, verdict, passes: verdict === 'efficacy', day, enrolled, lookDays, finding };
    }
    // Of the claim's null only the decision is looked at
    const finding = analyse(dataBy(finalDay), !atMargin);
    const bounds = { efficacy: finalCritical(claim, boundsOf, seen, finding), futility: -Infinity };
    const verdict = verdictOf(finding, bounds);
    const enrolled = calendar.enrolledBy(finalDay);
    const information = finding.failures;
    onLook?.({ look: atLooks.length, day: finalDay, enrolled, information, finding, bounds, verdict });
    lookDays[atLooks.length] = finalDay;
    return { passes: verdict === 'efficacy', day: finalDay, enrolled, lookDays, finding };
  };
  return { end, lastData: () => dataBy(finalDay), seenOn: (day) => patientsSeen(patients, day, compared) };
}

function verdictOf(
  { statistic }: TimeFinding,
  { efficacy, futility }: LookBounds,
): TwoArmVerdict | undefined {
  if (statistic >= efficacy) return 'efficacy';
  return statistic < futility ? 'futility' : undefined;
}

/** The score at which the last analysis passes; ∞ where it has seen no failure more than the looks before it. */
function finalCritical(
  { times }: TimeClaim,
  boundsOf: ReturnType<typeof createSequentialBounds> | undefined,
  seen: readonly number[],
  { failures }: TimeFinding,
): number {
  if (!boundsOf) return times.critical;
  if (failures <= (seen.at(-1) ?? 0)) return Infinity;
  return boundsOf([...seen, failures], true).efficacy;
}

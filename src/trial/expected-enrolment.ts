import { poissonProbabilities } from '../numeric/poisson-probabilities.ts';
import { perDay } from './accrual.ts';
import { fillEvenDays } from './enrolment.ts';
import { enrolledAtLook, type TrialClock } from './trial-clock.ts';

/** Probabilities of the number of patients enrolled until the one that completes a number of evaluable ones. */
function enrolledForEvaluable(needed: number, evaluable: number, size: number): Float64Array {
  const out = new Float64Array(size + 1);
  if (evaluable === 1) {
    out[needed] = 1;
    return out;
  }
  // P(T = t) = C(t − 1, n − 1) vⁿ (1 − v)^(t − n)
  let log = needed * Math.log(evaluable);
  for (let t = needed; t <= size; t++) {
    out[t] = Math.exp(log);
    log += Math.log((t / (t - needed + 1)) * (1 - evaluable));
  }
  return out;
}

/** Mean over the patient who completes a look, given that the look is reached. */
export interface LookMeans {
  /** Patients enrolled when its outcomes are known. */
  readonly enrolled: number;
  /** Number of that patient. */
  readonly patient: number;
}

/**
 * Means at a look of so many evaluable patients, exactly: who completes it, and how many are enrolled by then.
 *
 * @param clock undefined where outcomes are known at once
 */
export function meansAtLook(
  patients: number,
  evaluable: number,
  size: number,
  clock: TrialClock | undefined,
): LookMeans {
  const law = enrolledForEvaluable(patients, evaluable, size);
  const enrolledFor = createEnrolled(size, clock);
  let [reached, enrolled, patient] = [0, 0, 0];
  for (let t = patients; t <= size; t++) {
    if (law[t] === 0) continue;
    reached += law[t];
    patient += law[t] * t;
    enrolled += law[t] * enrolledFor(t);
  }
  return reached === 0
    ? { enrolled: size, patient: size }
    : { enrolled: enrolled / reached, patient: patient / reached };
}

/** Mean number enrolled when the outcome of patient t is known: E[min(N, t + arrivals meanwhile)]. */
function createEnrolled(size: number, clock: TrialClock | undefined): (patient: number) => number {
  if (!clock || clock.accrual.pausesAtLooks) return (patient) => patient;
  if (clock.accrual.pattern === 'even') {
    const days = new Float64Array(size);
    fillEvenDays(clock, days);
    return (patient) => enrolledAtLook(clock, days, patient, size);
  }
  const arrivals = poissonProbabilities(perDay(clock.accrual) * clock.lookDelayDays);
  return (patient) =>
    arrivals.probabilities.reduce(
      (sum, probability, i) => sum + probability * Math.min(size, patient + arrivals.first + i),
      0,
    );
}

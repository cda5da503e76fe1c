import { DAYS_A_MONTH } from '../accrual.ts';
import { type LadderPatient, type LadderState, ladderState } from '../ladder/ladder-state.ts';
import type { Escalation, EscalationPlan } from './escalation.ts';
import type { LadderPatients, TreatedPatient } from './ladder-patients.ts';
import { stopsForSafety } from './safety-stop.ts';

/** A trial of dose escalation under way. */
export interface LadderCourse {
  readonly patients: readonly TreatedPatient[];
  /** Today, from the opening of the trial. */
  day(): number;
  /** What the method knows today, the last group being of so many. */
  state(lastSize: number): LadderState;
  /** The same once all windows are over. */
  wholeState(lastSize: number): LadderState;
  /** Whether the safety rule ends the trial today. */
  isUnsafe(): boolean;
  /** Waits until the next patient comes. */
  arrive(): void;
  treat(level: number): void;
  /** Waits until the windows of the last patients are over, or their toxicities have come. */
  waitForWindows(last: number): void;
  /** Waits for so many days. */
  wait(days: number): void;
}

/** A trial on the day of its opening. */
export function createLadderCourse(
  { safety, horizonMonths }: Escalation,
  { method: { levels }, windowMonths }: EscalationPlan,
  { toxicDays, graveDays, gapDays }: LadderPatients,
): LadderCourse {
  const patients: TreatedPatient[] = [];
  const treated = new Array<number>(levels).fill(0);
  const windowDays = windowMonths * DAYS_A_MONTH;
  const horizonDays = horizonMonths * DAYS_A_MONTH;
  let today = 0;
  let arrived = 0;
  const toxicAfter = ({ level, position }: TreatedPatient): number => {
    const days = toxicDays[level][position];
    return days <= windowDays ? days : Infinity;
  };
  const isUnsafe = (): boolean => {
    if (!safety) return false;
    let [events, followed] = [0, 0];
    for (const { level, position, day } of patients) {
      const isSeen = graveDays[level][position] <= Math.min(today - day, horizonDays);
      if (isSeen) events++;
      followed += isSeen ? 1 : Math.min(1, (today - day) / horizonDays);
    }
    return stopsForSafety(safety, { events, followed });
  };
  const stateOf = (know: (patient: TreatedPatient) => LadderPatient, lastSize: number): LadderState =>
    ladderState(levels, patients.map(know), lastSize);
  return {
    patients,
    day: () => today,
    state: (lastSize) =>
      stateOf((patient) => {
        const watched = today - patient.day;
        const isToxic = toxicAfter(patient) <= watched;
        return { level: patient.level, isToxic, followed: Math.min(1, watched / windowDays) };
      }, lastSize),
    wholeState: (lastSize) =>
      stateOf(
        (patient) => ({ level: patient.level, isToxic: toxicAfter(patient) < Infinity, followed: 1 }),
        lastSize,
      ),
    isUnsafe,
    arrive: () => {
      today += gapDays[arrived++];
    },
    treat: (level) => {
      patients.push({ level, position: treated[level]++, day: today });
    },
    waitForWindows: (last) => {
      for (const patient of patients.slice(-last))
        today = Math.max(today, patient.day + Math.min(toxicAfter(patient), windowDays));
    },
    wait: (days) => {
      today += days;
    },
  };
}

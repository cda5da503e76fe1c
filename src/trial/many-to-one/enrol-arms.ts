import type { ArmLooks } from './arm-looks.ts';

/** Who comes into a trial whose arms leave it at looks. */
export interface ArmEnrolment {
  /** Patients enrolled by arm. */
  readonly enrolled: readonly number[];
  /** Days from opening to each look that was held; 0 where no days are known. */
  readonly lookDays: readonly number[];
  /** Patients enrolled by then. */
  readonly enrolledAtLook: readonly number[];
}

/** How patients come, where that is known. */
export interface ArmCalendar {
  /** Days of enrolment of all patients planned, in their order. */
  readonly days: ArrayLike<number>;
  /** Days from the enrolment of the last patient of a look until it is held. */
  readonly delayDays: number;
}

/** The open arm with room that is furthest behind its share; −1 where none has room. */
function nextArm(sizes: readonly number[], enrolled: readonly number[], open: readonly number[]): number {
  let [planned, come] = [0, 0];
  for (const arm of open) {
    planned += sizes[arm];
    come += enrolled[arm];
  }
  let [best, most] = [-1, -Infinity];
  for (const arm of open) {
    // n_arm (k + 1) − N enrolled, as arms of fixed size are filled
    const behind = sizes[arm] * (come + 1) - planned * enrolled[arm];
    if (enrolled[arm] < sizes[arm] && behind > most) [best, most] = [arm, behind];
  }
  return best;
}

/**
 * Enrols the patients of a trial whose arms leave it at looks. A look waits for the outcomes of its patients of every arm
 * that is still open; those who come meanwhile go to the same arms. The control, the first arm, stays as long as another
 * does.
 *
 * @param lastLook by arm but the first, the look at which it leaves
 * @param armOf takes the arm of each patient in the order in which they come; of all planned, if need be
 */
export function enrolArms(
  { sizes: atLooks }: Pick<ArmLooks, 'sizes'>,
  lastLook: readonly number[],
  armOf: Uint8Array,
  calendar?: ArmCalendar,
): ArmEnrolment {
  const sizes = atLooks[atLooks.length - 1];
  const enrolled = sizes.map(() => 0);
  const dayOf = sizes.map((): number[] => []);
  const [lookDays, enrolledAtLook]: [number[], number[]] = [[], []];
  let next = 0;
  const enrol = (arm: number): void => {
    if (calendar) dayOf[arm].push(calendar.days[next]);
    enrolled[arm]++;
    armOf[next++] = arm;
  };
  const lookDay = (look: number, open: readonly number[], { delayDays }: ArmCalendar): number => {
    // A small trial has looks at nobody
    const seenBy = Math.max(...open.map((arm) => dayOf[arm][atLooks[look][arm] - 1] ?? 0));
    return Math.max(seenBy + delayDays, lookDays[look - 1] ?? 0);
  };
  for (let look = 0; look <= Math.max(...lastLook); look++) {
    const open = [0, ...lastLook.flatMap((last, i) => (last >= look ? [i + 1] : []))];
    while (open.some((arm) => enrolled[arm] < atLooks[look][arm])) enrol(nextArm(sizes, enrolled, open));
    lookDays.push(calendar ? lookDay(look, open, calendar) : 0);
    while (calendar && calendar.days[next] <= lookDays[look]) {
      const arm = nextArm(sizes, enrolled, open);
      if (arm < 0) break;
      enrol(arm);
    }
    enrolledAtLook.push(next);
  }
  return { enrolled, lookDays, enrolledAtLook };
}

import { normalQuantile } from '../numeric/normal-quantile.ts';
import type { KnownTruth, Trial } from '../scenario/trial.ts';
import { outcomeDelayDays } from '../trial/accrual.ts';
import { countClaims } from '../trial/claims/definition.ts';
import { type ArmEnrolment, enrolArms } from '../trial/many-to-one/enrol-arms.ts';
import { verdicts } from '../trial/rules/definition.ts';
import { sequentialLevel } from '../trial/sequential-design.ts';
import type { AnalysedCounts } from './analysed-counts.ts';
import { type ArmLook, createArmCourse } from './arm-course.ts';
import type { CourseColumns } from './batch-result.ts';
import type { ClaimCourses } from './claim-courses.ts';
import type { SimulatedArms } from './patient-times.ts';
import { createTrialCalendar } from './trial-calendar.ts';
import type { HeldTwoArmLook, TrialEnd } from './trial-end.ts';

/** How the replicate drawn last went: the look at which each claim's arm left it, and who was enrolled. */
interface Drawn {
  readonly left: readonly ArmLook[];
  readonly enrolment: ArmEnrolment;
}

const numberOf = (verdict: ArmLook['verdict']): number => (verdict ? verdicts.indexOf(verdict) + 1 : 0);

/** Writes how a trial of so many looks went, the end among them, into a row. */
function recordArms({ left, enrolment }: Drawn, looks: number, columns: CourseColumns, row: number): void {
  const { enrolled, lookDays } = enrolment;
  const isShort = lookDays.length < looks;
  const isShown = left.some(({ verdict }) => verdict === 'efficacy');
  columns.stage[row] = isShort ? lookDays.length : 0;
  columns.verdict[row] = isShort ? numberOf(isShown ? 'efficacy' : 'futility') : 0;
  columns.enrolled[row] = enrolled.reduce((a, b) => a + b, 0);
  columns.days[row] = lookDays[lookDays.length - 1];
  columns.lookDays!.set(lookDays, row * looks);
  const { leftAt, verdict, controlEvents, controlSizes, enrolled: byArm } = columns.arms!;
  left.forEach((one, k) => {
    const at = row * left.length + k;
    leftAt[at] = one.look + 1;
    verdict[at] = numberOf(one.verdict);
    [controlEvents[at], controlSizes[at]] = one.counts;
  });
  byArm.set(enrolled, row * enrolled.length);
}

/** How the claims of a design are decided whose arms leave it at looks. */
export function createArmCourses(
  trial: Trial,
  known: KnownTruth,
  simulated: Omit<SimulatedArms, 'calendar'>,
  counts: AnalysedCounts,
): ClaimCourses {
  const { claims, accrual, armLooks } = trial.design;
  const looks = armLooks!;
  const [{ endpoint, time }] = claims;
  const calendar = createTrialCalendar(trial, simulated.allocation);
  const courses = countClaims(claims).map((claim) => createArmCourse(trial, known, claim, simulated, counts));
  const arrivals = accrual && {
    days: calendar.enrolmentDays,
    delayDays: outcomeDelayDays(accrual, endpoint.timeKey, time),
  };
  const last = looks.fractions.length - 1;
  const critical = -normalQuantile(sequentialLevel(claims[0])!);
  let drawn: Drawn = { left: [], enrolment: { enrolled: [], lookDays: [], enrolledAtLook: [] } };
  // Of an arm at its margin the others are not drawn, so that its days are not known
  const dayOf = (look: number): number => drawn.enrolment.lookDays[look] ?? Number.NaN;
  const endOf = (k: number, { look, verdict }: ArmLook): TrialEnd => ({
    ...(look < last && verdict && { stoppedAt: look, verdict }),
    passes: verdict === 'efficacy',
    day: dayOf(look),
    enrolled: drawn.enrolment.enrolledAtLook[look] ?? Number.NaN,
    lookDays: drawn.enrolment.lookDays.slice(0, look + 1),
    sizes: looks.sizes[look].map((size, arm) => (arm === 0 || arm === claims[k].arm ? size : 0)),
  });
  const heldLook = ({ look, counts: seen, verdict }: ArmLook): HeldTwoArmLook => ({
    look,
    day: dayOf(look),
    enrolled: drawn.enrolment.enrolledAtLook[look],
    information: seen[1] + seen[3],
    counts: seen,
    bounds: { efficacy: look < last ? looks.efficacy[look] : critical, futility: looks.futility[look] },
    verdict,
  });
  return {
    calendar,
    courses: courses.map((course, k) => ({
      end: (atMargin, onLook) => {
        const held = course(atMargin);
        if (onLook) for (const look of held) onLook(heldLook(look));
        return endOf(k, held[held.length - 1]);
      },
    })),
    drawn: (world, replicate) => {
      calendar.fill(world, replicate);
      const left = courses.map((course) => course(false).at(-1)!);
      const lastLooks = left.map(({ look }) => look);
      drawn = { left, enrolment: enrolArms(looks, lastLooks, calendar.armOf, arrivals) };
      return left.map((look, k) => endOf(k, look));
    },
    lastData: () => undefined,
    record: (_, columns, row) => recordArms(drawn, looks.fractions.length, columns, row),
  };
}

import { atMost1 } from '../numeric/at-most-1.ts';
import { addToSums, emptySums, type MomentSums } from '../numeric/moment-sums.ts';
import { type Estimate, estimateMean, estimateProportion } from '../numeric/monte-carlo.ts';
import type { Trial } from '../scenario/trial.ts';
import { DAYS_A_MONTH } from '../trial/accrual.ts';
import { verdicts } from '../trial/rules/definition.ts';
import type { ArmLooksResult, ArmLooksSummary } from './arm-looks-result.ts';
import type { CourseColumns } from './batch-result.ts';
import type { ExactArm } from './exact-arms.ts';
import type { ReplicatesFold } from './replicates-fold.ts';

const EFFICACY = verdicts.indexOf('efficacy') + 1;

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** How arms leave trials at looks under one truth; undefined where none does before the end. */
export function createArmLooksFold(trial: Trial): ReplicatesFold<ArmLooksResult> | undefined {
  const { design, arms, scenario } = trial;
  const looks = design.armLooks;
  if (!looks) return undefined;
  const { replicates } = scenario.simulation;
  const { length } = looks.fractions;
  const zeros = (): number[][] => design.claims.map(() => looks.fractions.map(() => 0));
  const [dropped, shown] = [zeros(), zeros()];
  const enrolled = arms.map((_, arm) => emptySums(looks.sizes[length - 1][arm]));
  const months = looks.fractions.map(() => emptySums(0));
  const add = ({ arms: columns, lookDays }: CourseColumns): void => {
    const { leftAt, verdict, enrolled: patients } = columns!;
    leftAt.forEach((look, at) => {
      const of = verdict[at] === EFFICACY ? shown : dropped;
      of[at % design.claims.length][look - 1]++;
    });
    patients.forEach((count, at) => {
      addToSums(enrolled[at % arms.length], count);
    });
    lookDays!.forEach((day, at) => {
      if (!Number.isNaN(day)) addToSums(months[at % length], day / DAYS_A_MONTH);
    });
  };
  const share = (counts: readonly number[], exactly: readonly number[] | undefined): Estimate =>
    estimateProportion(sum(counts), replicates, exactly && atMost1(sum(exactly)));
  const shares = (counts: readonly number[], exactly: readonly number[] | undefined): Estimate[] =>
    counts.map((count, look) => share([count], exactly && [exactly[look]]));
  const timed = (held: MomentSums) => ({ months: held.count > 1 ? estimateMean(held) : null });
  const ofArm = (k: number, exactly: ExactArm | undefined): ArmLooksSummary => ({
    dropped: shares(dropped[k].slice(0, -1), exactly?.dropped),
    droppedInAll: share(dropped[k].slice(0, -1), exactly?.dropped),
    shown: shares(shown[k].slice(0, -1), exactly?.shown),
    shownInAll: share(shown[k].slice(0, -1), exactly?.shown),
  });
  // Of patients who come while a look waits no more is known than was simulated
  const patientsOf = (arm: number, exactly: readonly ExactArm[] | undefined): Estimate =>
    estimateMean(enrolled[arm], design.accrual ? undefined : exactly?.[arm - 1]?.expectedSeen);
  const name = (arm: number): string => arms[arm].name;
  return {
    add: ({ columns }) => add(columns.course!),
    result: ({ isExact, armsAtLooks }) => ({
      looks: looks.fractions.slice(0, -1).map((fraction, look) => ({
        informationFraction: fraction,
        patients: Object.fromEntries(looks.sizes[look].map((size, arm) => [name(arm), size])),
        ...(design.accrual && timed(months[look])),
      })),
      byArm: Object.fromEntries(
        design.claims.map(({ arm }, k) => [name(arm!), ofArm(k, isExact ? armsAtLooks?.[k] : undefined)]),
      ),
      expectedPatients: Object.fromEntries(
        arms.map((_, arm) => [name(arm), patientsOf(arm, isExact ? armsAtLooks : undefined)]),
      ),
    }),
  };
}

import { perDay } from './accrual.ts';
import { isSteady } from './accrual-pace.ts';
import type { ArmCells } from './arm-cells.ts';
import { countClaims } from './claims/definition.ts';
import type { Design } from './design.ts';
import type { ExactSequential } from './exact-sequential.ts';
import { exactTwoArmSequential } from './exact-two-arm-sequential.ts';
import { meansAtLook } from './expected-enrolment.ts';
import { createSequentialDecision } from './group-sequential/sequential-decision.ts';
import type { StageStops } from './sequential-counts.ts';
import { sizesAtLook } from './sequential-design.ts';
import { createTrialClock } from './trial-clock.ts';

/**
 * Exact operating characteristics of two arms with looks at the first so many patients, all of them evaluable.
 *
 * @param cells the arms' rates of the claim's endpoint
 * @throws RangeError if the design has no looks, or times decide its claim
 */
export function exactTwoArmDesign(
  design: Design,
  [control, experimental]: readonly ArmCells[],
): ExactSequential {
  const { sequential, sizes } = design;
  if (!sequential?.patients) throw new RangeError('invalid design: no looks at patients');
  const [{ endpoint, comparison }] = countClaims(design.claims);
  const { test, margin } = comparison!;
  const decide = createSequentialDecision(test, margin, sequential.plan);
  const success = ({ rates: [rate] }: ArmCells): number => (endpoint.eventIsGood ? rate : 1 - rate);
  const atLooks = sequential.patients.map((patients) => {
    const [first, second] = sizesAtLook(sizes, patients);
    return [first, second] as const;
  });
  const last = atLooks.length - 1;
  const exact = exactTwoArmSequential(
    {
      sizes: atLooks,
      decide: (look, counts) => {
        const verdict = decide(look, counts);
        return look === last && verdict === 'futility' ? undefined : verdict;
      },
    },
    [success(control), success(experimental)],
  );
  const interim = exact.stops.slice(0, -1).map((stop): StageStops => ({ ...stop, harm: 0 }));
  return { joint: exact.power, byClaim: [exact.power], stops: interim, ...expectations(design, interim) };
}

/** Means over how trials go; nothing where the pace of accrual changes. */
function expectations(
  design: Design,
  stops: readonly StageStops[],
): Pick<ExactSequential, 'expectedEnrolled' | 'expectedDays'> {
  const clock = createTrialClock(design);
  if (clock && !isSteady(clock.accrual)) return {};
  const total = design.sizes.reduce((a, b) => a + b, 0);
  const rate = clock ? perDay(clock.accrual) : Infinity;
  let [toTheEnd, enrolled, days] = [1, 0, 0];
  stops.forEach(({ efficacy, futility }, look) => {
    const probability = efficacy + futility;
    const patients = design.sequential!.patients![look];
    toTheEnd -= probability;
    enrolled += probability * meansAtLook(patients, 1, total, clock).enrolled;
    if (clock) days += probability * (patients / rate + clock.lookDelayDays);
  });
  enrolled += toTheEnd * total;
  if (!clock) return { expectedEnrolled: enrolled };
  days += toTheEnd * (total / rate + clock.finalDelayDays);
  return { expectedEnrolled: enrolled, expectedDays: days };
}

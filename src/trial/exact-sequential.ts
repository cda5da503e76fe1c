import { perDay } from './accrual.ts';
import { isSteady } from './accrual-pace.ts';
import type { ArmCells } from './arm-cells.ts';
import { type Claim, countClaims } from './claims/definition.ts';
import { type Design, decidingEndpoints, requiredClaims } from './design.ts';
import { meansAtLook } from './expected-enrolment.ts';
import type { Verdict } from './rules/definition.ts';
import { type SequentialArm, type StageStops, sequentialCounts } from './sequential-counts.ts';
import { createTrialClock, type TrialClock } from './trial-clock.ts';

/** What a single-arm trial under interim rules does, exactly. */
export interface ExactSequential {
  /** The trial succeeds. */
  readonly joint: number;
  /** Each claim is shown. */
  readonly byClaim: readonly number[];
  /** By stage of the design, the probability of each way to stop there. */
  readonly stops: readonly StageStops[];
  /** Patients enrolled by the decision; absent where the pace of accrual changes. */
  readonly expectedEnrolled?: number;
  /** Days from opening to decision; absent where accrual is not stated, or its pace changes. */
  readonly expectedDays?: number;
}

/** Patients up to which the counts of two endpoints are followed together: the work grows with the cube. */
const MOST_FOR_PAIR = 500;

/** Whether {@link exactSequential} reaches a design: at most two endpoints decide it. */
export function hasExactSequential(design: Design): boolean {
  const endpoints = decidingEndpoints(design).length;
  return endpoints === 1 || (endpoints === 2 && design.sizes[0] <= MOST_FOR_PAIR);
}

/** An unevaluable patient counts as a failure, or is left out. */
function armOf(design: Design, { size, rates, both }: ArmCells, isBad: readonly boolean[]): SequentialArm {
  const u = design.unevaluable;
  if (u === 0 || !design.countsUnevaluableAsFailures)
    return { size, evaluable: 1 - u, rates, ...(both !== undefined && { both }) };
  const onFailure = isBad.map((bad) => (bad ? 1 : 0));
  return {
    size,
    evaluable: 1,
    rates: rates.map((rate, k) => (1 - u) * rate + u * onFailure[k]),
    ...(both !== undefined && { both: (1 - u) * both + u * onFailure[0] * onFailure[1] }),
  };
}

/**
 * Exact operating characteristics of a single-arm design with interim rules.
 *
 * @param cells the arm's rates of the deciding endpoints: those of the claims in their order, then those of the rules
 * @throws RangeError if more than two endpoints decide
 */
export function exactSequential(design: Design, cells: ArmCells): ExactSequential {
  const endpoints = decidingEndpoints(design);
  if (!hasExactSequential(design))
    throw new RangeError(`invalid design: ${endpoints.length} endpoints (must be at most 2)`);
  const { rules, stages } = design;
  const claims = countClaims(design.claims);
  const position = ({ endpoint }: Pick<Claim, 'endpoint'>): number => endpoints.indexOf(endpoint);
  const isBad = endpoints.map(({ eventIsGood }) => !eventIsGood);
  const verdictAt = (stage: number, first: number, second: number): Verdict | undefined => {
    const { rule, look } = stages[stage];
    return rules[rule].decide(look, position(rules[rule]) === 0 ? first : second);
  };
  const required = requiredClaims(design);
  const byClaim = claims.map(() => 0);
  let joint = 0;
  const arm = armOf(design, cells, isBad);
  const clock = createTrialClock(design);
  let pausedDays = 0;
  const stops = sequentialCounts(arm, stages, verdictAt, (evaluable, first, second, probability) => {
    let shown = 0;
    claims.forEach((claim, k) => {
      const passes = claim.passes(0, 0, position(claim) === 0 ? first : second, evaluable);
      if (!passes || (design.isHierarchical && shown < k)) return;
      shown++;
      byClaim[k] += probability;
    });
    if (shown >= required) joint += probability;
    // The last of n patients is one of e evaluable ones with probability e/n
    if (clock) pausedDays += probability * clock.pausedDaysAtEnd(evaluable, evaluable / arm.size);
  });
  const efficacy = stops.reduce((sum, stop) => sum + stop.efficacy, 0);
  return {
    joint: joint + efficacy,
    byClaim: byClaim.map((power) => power + efficacy),
    stops,
    ...expectations(design, arm, stops, clock, pausedDays),
  };
}

const anyStop = ({ efficacy, futility, harm }: StageStops): number => efficacy + futility + harm;

/**
 * Means over how trials go.
 *
 * @param pausedDays over trials that no look stops, weighed by their probability
 */
function expectations(
  design: Design,
  { size, evaluable }: SequentialArm,
  stops: readonly StageStops[],
  clock: TrialClock | undefined,
  pausedDays: number,
): Pick<ExactSequential, 'expectedEnrolled' | 'expectedDays'> {
  if (clock && !isSteady(clock.accrual)) return {};
  let [toTheEnd, enrolled, days] = [1, 0, 0];
  const rate = clock ? perDay(clock.accrual) : Infinity;
  stops.forEach((stop, stage) => {
    const probability = anyStop(stop);
    if (probability === 0) return;
    const { patients } = design.stages[stage];
    const means = meansAtLook(patients, evaluable, size, clock);
    toTheEnd -= probability;
    enrolled += probability * means.enrolled;
    if (clock)
      days += probability * (means.patient / rate + clock.pausedDays(patients) + clock.lookDelayDays);
  });
  enrolled += toTheEnd * size;
  if (!clock) return { expectedEnrolled: enrolled };
  days += toTheEnd * (size / rate + clock.finalDelayDays) + pausedDays;
  return { expectedEnrolled: enrolled, expectedDays: days };
}

import type { Schedule } from '../radiobiology/schedule.ts';
import { binomial } from '../random/distributions/binomial.ts';
import type { Distribution } from '../random/distributions/definition.ts';
import { finiteLaw } from '../random/finite-law.ts';
import type { PlannedArm } from './planned-arm.ts';

/** The missed fractions of an arm's patients. */
export interface MissedFractions {
  /** Law of the number missed; with several schedules, of the position in each of {@link counts}. */
  readonly law: Distribution;
  /** By schedule of the arm: the number missed at each value of the law. */
  readonly counts: readonly (readonly number[])[];
}

/** Number of fractions that everyone is planned to get and that are not known to be missed. */
function openFractions({ phases, missed }: Schedule): number {
  let [count, before] = [0, 0];
  for (const { fractions, onlyIf } of phases) {
    const [from, to] = [before, before + fractions];
    const known = new Set(missed.filter((position) => position > from && position <= to)).size;
    if (onlyIf === undefined) count += fractions - known;
    before = to;
  }
  return count;
}

/** Missed fractions where each is missed by itself; undefined where none are. */
export function missedFractions({ schedules }: PlannedArm, probability: number): MissedFractions | undefined {
  if (schedules.length === 0 || probability === 0) return undefined;
  const laws = schedules.map(({ schedule }) =>
    binomial.create({ size: openFractions(schedule), probability }),
  );
  return laws.length === 1 ? ofOneSchedule(laws[0]) : ofSeveralSchedules(laws);
}

function ofOneSchedule(law: Distribution): MissedFractions {
  const { value: most } = law.atoms![law.atoms!.length - 1];
  return { law, counts: [Array.from({ length: most + 1 }, (_, missed) => missed)] };
}

/**
 * One uniform decides under every schedule: the law runs over the pieces between all steps of the schedules' quantile
 * functions, on each of which every one of them is constant.
 */
function ofSeveralSchedules(laws: readonly Distribution[]): MissedFractions {
  const steps = laws.flatMap((law) => law.atoms!.map(({ value }) => law.cdf(value)));
  const ends = [...new Set(steps)].sort((a, b) => a - b);
  const pieces = ends.map((end, i) => ({ from: i === 0 ? 0 : ends[i - 1], end }));
  return {
    law: finiteLaw(pieces.map(({ from, end }, value) => ({ value, probability: end - from }))),
    counts: laws.map((law) => pieces.map(({ from, end }) => law.quantile((from + end) / 2))),
  };
}

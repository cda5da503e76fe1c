import {
  asPlanned,
  type Calendar,
  type FractionTime,
  fractionIn,
  type PhaseDelivery,
  type Slot,
} from './calendar.ts';
import { type Compensation, DEFAULT_INTERVAL_HOURS, type Phase } from './schedule.ts';

/** What is known of a phase whose fractions were partly missed; days are still day numbers. */
interface Gap {
  readonly phase: Phase;
  /** Fractions given in the planned slots. */
  readonly kept: readonly FractionTime[];
  /** Planned slots in which no fraction was given. */
  readonly missed: readonly Slot[];
  /** Slots after the planned ones. */
  readonly slots: Iterator<Slot, never>;
  readonly calendar: Calendar;
  readonly alphaBetaGy: number;
}

type Policy = (gap: Gap) => readonly FractionTime[];

const atEnd = ({ phase, slots }: Gap, count: number): FractionTime[] =>
  Array.from({ length: count }, () => fractionIn(phase, slots.next().value));

/** Each missed fraction finds a slot, or is given at the end. */
const placed =
  (find: (missed: Slot, gap: Gap, taken: readonly FractionTime[]) => Slot | undefined): Policy =>
  (gap) => {
    const given = [...gap.kept];
    for (const missed of gap.missed) {
      const slot = find(missed, gap, given);
      given.push(slot ? fractionIn(gap.phase, slot) : atEnd(gap, 1)[0]);
    }
    return given;
  };

/** A week holds a weekend. */
const WEEK = 7;

/** Each way to make up for missed fractions. */
const policies: Record<Compensation, Policy> = {
  none: ({ kept }) => kept,
  extendAtEnd: (gap) => [...gap.kept, ...atEnd(gap, gap.missed.length)],
  extraFraction: (gap) => [...gap.kept, ...atEnd(gap, gap.missed.length + 1)],
  weekend: placed(({ day }, { calendar }, given) => {
    for (let next = day + 1; next <= day + 4 * WEEK; next++) {
      const isTaken = given.some((fraction) => fraction.day === next);
      if (calendar.isFreeWeekend(next) && !isTaken) return { day: next, hour: 0 };
    }
    return undefined;
  }),
  bid: placed(({ day }, { phase }, given) => {
    const host = given
      .filter((fraction) => fraction.day > day)
      .find((a) => given.filter((b) => b.day === a.day).length === phase.perDay);
    return host && { day: host.day, hour: (phase.perDay - 1) * phase.intervalHours + DEFAULT_INTERVAL_HOURS };
  }),
  increasedDose: (gap) => {
    const { phase, kept, missed, alphaBetaGy } = gap;
    const firstGap = missed[0].day;
    const rest = kept.filter(({ day }) => day > firstGap);
    if (rest.length === 0) return policies.extendAtEnd(gap);
    // d′ + d′²/(α/β) = (d + d²/(α/β))·(rest + missed)/rest
    const share = (rest.length + missed.length) / rest.length;
    const bed = share * phase.doseGy * (1 + phase.doseGy / alphaBetaGy);
    const doseGy = (alphaBetaGy / 2) * (Math.sqrt(1 + (4 * bed) / alphaBetaGy) - 1);
    return kept.map((fraction) => (fraction.day > firstGap ? { ...fraction, doseGy } : fraction));
  },
};

/**
 * Delivers phases of which some fractions are missed, and makes up for them within the phase.
 *
 * `extendAtEnd` gives them on the next treatable days, `extraFraction` one more besides, `weekend` on the weekend after
 * each, `bid` as a second fraction at least 6 h after that of a later day, `increasedDose` by larger fractions after the
 * first gap such that the BED stays; where there is no room, at the end. `none` leaves them out.
 *
 * @param missedIn positions from 0 of the fractions of a phase that are missed
 * @param alphaBetaGy α/β in Gy for which an increased dose keeps the BED
 * @see Royal College of Radiologists 2019, The timely delivery of radical radiotherapy, 4th edition
 */
export function compensating(
  policy: Compensation,
  missedIn: (phase: Phase) => ReadonlySet<number>,
  alphaBetaGy: number,
): PhaseDelivery {
  return (phase, slots, calendar) => {
    const positions = missedIn(phase);
    if (positions.size === 0) return asPlanned(phase, slots, calendar);
    const planned = Array.from({ length: phase.fractions }, () => slots.next().value);
    const kept = planned.filter((_, i) => !positions.has(i)).map((slot) => fractionIn(phase, slot));
    const missed = planned.filter((_, i) => positions.has(i));
    return policies[policy]({ phase, kept, missed, slots, calendar, alphaBetaGy });
  };
}

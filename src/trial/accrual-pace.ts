import { type Accrual, DAYS_A_MONTH, perDay } from './accrual.ts';

/** How many patients are expected over time. */
export interface AccrualPace {
  /** Patients expected by a day from opening. */
  patientsBy(day: number): number;
  /** The day by which so many patients are expected. */
  dayOf(patients: number): number;
}

/** Whether patients come one independent of the other at a pace that never changes, or at equal intervals. */
export function isSteady({ pattern, rampMonths, centresOpenPerMonth }: Accrual): boolean {
  return pattern !== 'uniform' && rampMonths === undefined && centresOpenPerMonth === undefined;
}

/** The pace of an accrual, with as many centres as open in the end. */
export function createAccrualPace(accrual: Accrual, centres: number): AccrualPace {
  const rate = perDay(accrual);
  const { rampMonths, centresOpenPerMonth } = accrual;
  if (rampMonths !== undefined) return risingPace(rate, rampMonths * DAYS_A_MONTH);
  if (centresOpenPerMonth !== undefined) return centrePace(rate, centres, DAYS_A_MONTH / centresOpenPerMonth);
  return { patientsBy: (day) => rate * day, dayOf: (patients) => patients / rate };
}

function risingPace(rate: number, risesDays: number): AccrualPace {
  const inRise = (rate * risesDays) / 2;
  return {
    // λt²/(2r) while it rises over r days, then λ(t − r/2)
    patientsBy: (day) =>
      day < risesDays ? (rate * day * day) / (2 * risesDays) : rate * (day - risesDays / 2),
    dayOf: (patients) =>
      patients < inRise ? Math.sqrt((2 * risesDays * patients) / rate) : patients / rate + risesDays / 2,
  };
}

/** Centre j (from 0) opens on day j·apart; the pace is that of the centres open. */
function centrePace(rate: number, centres: number, apartDays: number): AccrualPace {
  const each = rate / centres;
  // While k centres are open: each·(k·t − apart·k(k − 1)/2)
  const byStart = (open: number): number => (each * apartDays * open * (open - 1)) / 2;
  return {
    patientsBy: (day) => {
      const open = Math.min(centres, 1 + Math.floor(day / apartDays));
      return each * open * day - byStart(open);
    },
    dayOf: (patients) => {
      let open = 1;
      while (open < centres && patients > each * open * open * apartDays - byStart(open)) open++;
      return (patients + byStart(open)) / (each * open);
    },
  };
}

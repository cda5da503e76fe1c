/** One patient: years, 0 censored, 1 failure or 2 competing event, 0 control or 1 experimental. */
export interface Patient {
  readonly years: number;
  readonly status: number;
  readonly arm: number;
}

const count = (patients: readonly Patient[], is: (patient: Patient) => boolean): number =>
  patients.filter(is).length;
const timesOf = (patients: readonly Patient[], statuses: readonly number[]): number[] =>
  [...new Set(patients.filter(({ status }) => statuses.includes(status)).map(({ years }) => years))].sort(
    (a, b) => a - b,
  );
const ofArm = (patients: readonly Patient[], arm: number): Patient[] =>
  patients.filter((patient) => patient.arm === arm);
const product = (factors: readonly number[]): number => factors.reduce((all, factor) => all * factor, 1);
const total = (terms: readonly number[]): number => terms.reduce((all, term) => all + term, 0);

/** Probability of nothing among `statuses` up to a time: a product over the times at which it happened. */
export const naiveCurve = (
  patients: readonly Patient[],
  statuses: readonly number[],
  until: number,
): number =>
  product(
    timesOf(patients, statuses)
      .filter((time) => time <= until)
      .map(
        (time) =>
          1 -
          count(patients, ({ years, status }) => years === time && statuses.includes(status)) /
            count(patients, ({ years }) => years >= time),
      ),
  );

const before = (time: number): number => time * (1 - 1e-12);

/** Cumulative incidence of one kind of event: the sum of what happened to those free of any. */
export const naiveIncidence = (patients: readonly Patient[], kind: number, until: number): number =>
  total(
    timesOf(patients, [kind])
      .filter((time) => time <= until)
      .map(
        (time) =>
          (naiveCurve(patients, [1, 2], before(time)) *
            count(patients, ({ years, status }) => years === time && status === kind)) /
          count(patients, ({ years }) => years >= time),
      ),
  );

/** −(observed − expected) / √(hypergeometric variance), over the times of failure. */
export function naiveLogRank(patients: readonly Patient[]): number {
  const terms = timesOf(patients, [1]).map((time) => {
    const left = patients.filter(({ years }) => years >= time);
    const failing = left.filter(({ years, status }) => years === time && status === 1);
    const [n, n1, d] = [left.length, ofArm(left, 1).length, failing.length];
    const variance = n > 1 ? (d * n1 * (n - n1) * (n - d)) / (n * n * (n - 1)) : 0;
    return { excess: ofArm(failing, 1).length - (d * n1) / n, variance };
  });
  return -total(terms.map(({ excess }) => excess)) / Math.sqrt(total(terms.map(({ variance }) => variance)));
}

/**
 * Gray's z of data without ties, by the integrals of the paper's theorem 1 as sums over the times at which both arms have
 * patients left, each piece computed from the patients anew.
 */
export function naiveGray(patients: readonly Patient[]): number {
  const arms = [0, 1].map((arm) => ofArm(patients, arm));
  const times = timesOf(patients, [1, 2]).filter((time) =>
    arms.every((own) => own.some(({ years }) => years >= time)),
  );
  const happens = (arm: number, kind: number, time: number): number =>
    count(arms[arm], ({ years, status }) => years === time && status === kind);
  const spread = (arm: number, time: number): number =>
    count(arms[arm], ({ years }) => years >= time) / naiveCurve(arms[arm], [1, 2], before(time));
  const risk = (arm: number, time: number): number =>
    spread(arm, time) * (1 - naiveIncidence(arms[arm], 1, before(time)));
  const jump = (time: number): number =>
    (happens(0, 1, time) + happens(1, 1, time)) / (spread(0, time) + spread(1, time));
  const pooled = (time: number): number => total(times.filter((t) => t <= time).map(jump));
  const weight = (time: number): number => 1 / (1 / spread(0, time) + 1 / spread(1, time));
  const later = (time: number): number =>
    total(times.filter((t) => t > time).map((t) => (weight(t) * jump(t)) / (1 - pooled(before(t)))));
  const excess = times.map(
    (time) =>
      happens(1, 1, time) -
      ((happens(0, 1, time) + happens(1, 1, time)) * risk(1, time)) / (risk(0, time) + risk(1, time)),
  );
  const variance = times.flatMap((time) =>
    [0, 1].map((arm) => {
      const free = naiveCurve(arms[arm], [1, 2], time);
      const ratio = free > 0 ? (1 - pooled(time)) / free : 0;
      const ofFailure = weight(time) + (1 - ratio) * later(time);
      const ofCompeting = ratio * later(time);
      return (
        (ofFailure * ofFailure * jump(time)) / spread(arm, time) +
        (ofCompeting * ofCompeting * happens(arm, 2, time)) / (spread(arm, time) * spread(arm, time))
      );
    }),
  );
  return -total(excess) / Math.sqrt(total(variance));
}

import { describe, expect, it } from 'vitest';
import { createCourse } from '../../src/radiobiology/course.ts';
import { createEffectiveDose } from '../../src/radiobiology/create-effective-dose.ts';
import type { DoseRule } from '../../src/radiobiology/dose-rule.ts';
import { type EffectiveDose, effectOf, eqd2Of } from '../../src/radiobiology/effective-dose.ts';
import { radiosensitivityAt } from '../../src/radiobiology/hyperthermia.ts';
import { alphaFromSf2 } from '../../src/radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { createPhase, createSchedule, type Schedule } from '../../src/radiobiology/schedule.ts';
import { fractionBedUniversal } from '../../src/radiobiology/universal-survival-curve.ts';

interface Rest {
  readonly agents?: string[];
  readonly postoperative?: boolean;
}
const doseOf = (
  schedule: string | Schedule,
  rule: DoseRule = {},
  { agents = [], postoperative = true }: Rest = {},
): EffectiveDose => {
  const plan = typeof schedule === 'string' ? parseSchedule(schedule) : schedule;
  return createEffectiveDose(createCourse(plan), rule, agents, postoperative);
};
const one = (...phase: Parameters<typeof createPhase>): Schedule => createSchedule([createPhase(...phase)]);
const repair = (halfTimeHours: number): DoseRule => ({ repair: { halfTimeHours } });
const lql = (transitionGy?: number, slopeRatio?: number): DoseRule => ({
  survival: { linearQuadraticLinear: { transitionGy, slopeRatio } },
});

describe('without a rule', () => {
  it('is the linear-quadratic model', () => {
    expect(doseOf('25 x 2 Gy').bed(4.9)).toBeCloseTo(70.408163, 6);
    expect(eqd2Of(doseOf('5 x 6 Gy'), 4.9)).toBeCloseTo(47.391304, 6);
    expect(eqd2Of(doseOf('15 x 2.85 Gy'), 4.9)).toBeCloseTo(48.016304, 6);
    // SF2 0.52: 25 ln 0.52, whatever α/β
    for (const alphaBetaGy of [0.5, 4.9, 40])
      expect(effectOf(doseOf('25 x 2 Gy'), alphaFromSf2(0.52, alphaBetaGy), alphaBetaGy)).toBeCloseTo(
        16.348162,
        6,
      );
  });

  it('counts the fractions before surgery alone for what is hurt by them alone', () => {
    const split = '5 x 5 Gy + surgery + 25 x 2 Gy';
    expect(eqd2Of(doseOf(split), 4.9)).toBeCloseTo(85.869565, 6);
    expect(eqd2Of(doseOf(split, {}, { postoperative: false }), 4.9)).toBeCloseTo(35.869565, 6);
    expect(doseOf('surgery + 25 x 2 Gy', {}, { postoperative: false }).bed(10)).toBe(0);
  });

  it('gives a bin of a histogram its share of every fraction', () => {
    const dose = doseOf('5 x 6 Gy + 10 x 2 Gy');
    for (const share of [0, 0.25, 0.5, 1, 1.1]) {
      const bin = 5 * 6 * share * (1 + (6 * share) / 3) + 10 * 2 * share * (1 + (2 * share) / 3);
      expect(dose.bed(3, share)).toBeCloseTo(bin, 10);
      expect(eqd2Of(dose, 3, share)).toBeCloseTo(bin / (1 + 2 / 3), 10);
    }
  });

  it('knows its fractions in time', () => {
    const { fractions } = doseOf('4 x 1.5 Gy BID');
    expect(fractions.map(({ hours }) => hours)).toEqual([0, 6, 24, 30]);
    for (const fraction of fractions) expect(fraction.bed(3)).toBeCloseTo(2.25, 12);
  });
});

describe('large fractions', () => {
  it.each<[string, DoseRule, number]>([
    ['5 x 8 Gy', {}, 105.306122],
    ['5 x 8 Gy', { survival: 'linearQuadratic' }, 105.306122],
    ['5 x 8 Gy', lql(6), 101.22449],
    ['5 x 8 Gy', lql(6, 3), 96.734694],
    ['5 x 8 Gy', lql(8), 105.306122],
    ['3 x 20 Gy', lql(), 241.2],
    ['8 x 7.5 Gy', lql(6), 148.163265],
  ])('%s with %j: BED %d at 4.9 Gy', (schedule, rule, bed) => {
    expect(doseOf(schedule, rule).bed(4.9)).toBeCloseTo(bed, 6);
  });

  it('follow the universal survival curve where its α and β are those of the cells', () => {
    const curve = { alphaPerGy: 0.33, finalSlopeGy: 1.25, quasiThresholdGy: 1.8 };
    const rule: DoseRule = { survival: { universalSurvivalCurve: curve } };
    const beta = (1 - 0.33 * 1.25) ** 2 / (4 * 1.25 * 1.8);
    expect(doseOf('3 x 20 Gy', rule).bed(0.33 / beta)).toBeCloseTo(132.363636, 6);
    for (const d of [2, 6, 6.2, 12, 20])
      expect(doseOf(`3 x ${d} Gy`, rule).bed(0.33 / beta)).toBeCloseTo(3 * fractionBedUniversal(d, curve), 9);
  });

  it('give each bin its own place on the curve', () => {
    const dose = doseOf('5 x 8 Gy', lql(6));
    expect(dose.bed(4.9, 0.5)).toBeCloseTo(5 * 4 * (1 + 4 / 4.9), 10);
    expect(dose.bed(4.9, 0.8)).toBeCloseTo(doseOf('5 x 6.4 Gy', lql(6)).bed(4.9), 10);
  });

  it('bend for modified cells as their own α and β say', () => {
    const agents = { sensitiser: { enhancementRatio: 1.2, on: 'alpha', oddsRatio: 1 } } as const;
    const given = { agents: ['sensitiser'] };
    // a·dT + dT²/(α/β), then the tangent a + 2 dT/(α/β)
    const [a, dT, d, ab] = [1.2, 6, 8, 4.9];
    const fraction = a * dT + (dT * dT) / ab + (a + (2 * dT) / ab) * (d - dT);
    expect(doseOf('5 x 8 Gy', { ...lql(6), agents }, given).bed(ab)).toBeCloseTo(5 * fraction, 10);
    // Where left out, the transition is at twice the α/β of the modified cells
    const own = 2 * ab * a;
    const above = a * own + (own * own) / ab + (a + (2 * own) / ab) * (13 - own);
    expect(doseOf('2 x 13 Gy', { ...lql(), agents }, given).bed(ab)).toBeCloseTo(2 * above, 10);
    const onDose = { sensitiser: { ...agents.sensitiser, on: 'dose' } } as const;
    expect(doseOf('5 x 8 Gy', { ...lql(6), agents: onDose }, given).bed(ab)).toBeCloseTo(
      doseOf('5 x 9.6 Gy', lql(6)).bed(ab),
      10,
    );
  });
});

describe('incomplete repair', () => {
  it('leaves damage between fractions: 10 × 3.4 Gy BID, α/β 3 Gy, half-time 4 h', () => {
    expect(doseOf('34 Gy/10 BID', repair(4)).bed(3)).toBeCloseTo(88.682468, 6);
    // Thames' closed form takes full repair over night: so it is with a week between days
    const weekly = one(10, 3.4, { perDay: 2, everyDays: 7 });
    expect(doseOf(weekly, repair(4)).bed(3)).toBeCloseTo(86.156924, 6);
    // h₂ = φ = e^(−μ 6 h) = 1/16 at 1.5 h
    expect(doseOf(one(10, 3.4, { perDay: 2, everyDays: 7 }), repair(1.5)).bed(4.9)).toBeCloseTo(
      34 * (1 + (1.0625 * 3.4) / 4.9),
      9,
    );
    expect(34 * (1 + (1.0625 * 3.4) / 4.9)).toBeCloseTo(59.066327, 6);
  });

  it('leaves little of a day’s fraction to the next, and nothing is lost with full repair', () => {
    expect(doseOf('25 x 2 Gy', repair(1.5)).bed(4.9)).toBeCloseTo(70.408163, 2);
    expect(doseOf('25 x 2 Gy', repair(0.01)).bed(4.9)).toBeCloseTo(70.408163, 6);
    expect(doseOf('34 Gy/10 BID').bed(3)).toBeCloseTo(34 * (1 + 3.4 / 3), 9);
  });

  it('goes on during a fraction: 8 Gy over half an hour, 45 Gy over four days', () => {
    expect(doseOf(one(1, 8, { minutes: 30 }), repair(1.5)).bed(4.9)).toBeCloseTo(20.110816, 6);
    expect(doseOf(one(1, 45, { minutes: 96 * 60 }), repair(1.5)).bed(4.9)).toBeCloseTo(63.211745, 6);
    expect(doseOf(one(1, 8, { minutes: 30 })).bed(4.9)).toBeCloseTo(8 * (1 + 8 / 4.9), 10);
  });

  it('makes up for both in one course', () => {
    const plan = one(4, 3, { perDay: 2, minutes: 30 });
    const [mu, G] = [Math.LN2 / 1.5, 0.927234377];
    const hours = [0, 6, 24, 30];
    let quadratic = 4 * 9 * G;
    for (let i = 0; i < 4; i++)
      for (let j = i + 1; j < 4; j++) quadratic += 2 * 9 * Math.exp(-mu * (hours[j] - hours[i]));
    expect(doseOf(plan, repair(1.5)).bed(3)).toBeCloseTo(12 + quadratic / 3, 7);
    expect(doseOf(plan, repair(1.5)).bed(3, 0.5)).toBeCloseTo(6 + quadratic / 12, 7);
  });

  it('pairs the doses as radiation and agents have changed them', () => {
    const rule: DoseRule = { ...repair(1.5), radiations: { carbon: { rbeMax: 3, rbeMin: 1.2 } } };
    const plan = one(2, 3, { perDay: 2, radiation: 'carbon' });
    expect(doseOf(plan, rule).bed(3)).toBeCloseTo(3 * 6 + (1.44 * (18 + (2 * 9) / 16)) / 3, 10);
  });
});

describe('modifiers', () => {
  // SF2 0.52 at α/β 4.9 Gy
  const [alpha, alphaBetaGy] = [0.23219128190526472, 4.9];
  const rule = (on: 'dose' | 'alpha'): DoseRule => ({
    agents: { sensitiser: { enhancementRatio: 1.2, on, oddsRatio: 1 } },
  });

  it.each([
    ['dose', 20.755057],
    ['alpha', 18.6700745],
  ] as const)('an agent of ratio 1.2 on %s: effect %d of 25 × 2 Gy', (on, effect) => {
    const dose = doseOf('25 x 2 Gy', rule(on), { agents: ['sensitiser'] });
    expect(effectOf(dose, alpha, alphaBetaGy)).toBeCloseTo(effect, 6);
    expect(effectOf(doseOf('25 x 2 Gy', rule(on)), alpha, alphaBetaGy)).toBeCloseTo(16.348162, 6);
    // An agent that this tissue's rule does not know does nothing to it
    const other = doseOf('25 x 2 Gy', rule(on), { agents: ['other'] });
    expect(effectOf(other, alpha, alphaBetaGy)).toBeCloseTo(16.348162, 6);
  });

  it('agents act together', () => {
    const agents = {
      a: { enhancementRatio: 1.2, on: 'dose', oddsRatio: 1 },
      b: { enhancementRatio: 1.5, on: 'alpha', oddsRatio: 1 },
    } as const;
    const dose = doseOf('25 x 2 Gy', { agents }, { agents: ['a', 'b'] });
    expect(dose.bed(4.9)).toBeCloseTo(25 * 2.4 * (1.5 + 2.4 / 4.9), 10);
  });

  it('heating counts in the fractions that have a session', () => {
    const heating = { everyDays: 3, celsius: 40, hoursApart: 1 };
    const plan = one(10, 3.25, { hyperthermia: heating });
    const effect = { alphaRatioAt41: 1.5, betaRatioAt41: 1.2 };
    const plain = 3.25 * (1 + 3.25 / 4.9);
    const bed = (onAlpha: number, onBeta: number) => 6 * plain + 4 * 3.25 * (onAlpha + (onBeta * 3.25) / 4.9);
    // α 0.3 → 0.45 at 41 °C: 0.406620902 at 40 °C
    expect(doseOf(plan, { hyperthermia: effect }).bed(4.9)).toBeCloseTo(
      bed(0.406620902 / 0.3, radiosensitivityAt(40, 1, 1.2)),
      7,
    );
    const fading = { ...effect, fadeHalfTimeHours: 1 };
    expect(doseOf(plan, { hyperthermia: fading }).bed(4.9)).toBeCloseTo(
      bed(Math.exp(0.375 * Math.log(1.5)), Math.exp(0.375 * Math.log(1.2))),
      10,
    );
    expect(doseOf(plan).bed(4.9)).toBeCloseTo(10 * plain, 10);
    expect(doseOf('10 x 3.25 Gy', { hyperthermia: effect }).bed(4.9)).toBeCloseTo(10 * plain, 10);
  });

  it('other radiation has its effectiveness at small and at large doses', () => {
    const rules: DoseRule = { radiations: { carbon: { rbeMax: 3, rbeMin: 1.2 } } };
    const boost = createSchedule([createPhase(25, 2), createPhase(5, 3, { radiation: 'carbon' })]);
    expect(doseOf(boost, rules).bed(4.9)).toBeCloseTo(
      25 * 2 * (1 + 2 / 4.9) + 5 * 3 * (3 + (1.44 * 3) / 4.9),
      10,
    );
    expect(doseOf(boost).bed(4.9)).toBeCloseTo(25 * 2 * (1 + 2 / 4.9) + 5 * 3 * (1 + 3 / 4.9), 10);
  });

  it('regions get their own dose, others the prescribed one', () => {
    const plan = one(25, 2, { regionsGy: { boost: 2.2, flap: 1.2 } });
    expect(eqd2Of(doseOf(plan, { region: 'boost' }), 10)).toBeCloseTo((55 * 12.2) / 12, 10);
    expect(eqd2Of(doseOf(plan, { region: 'flap' }), 10)).toBeCloseTo((30 * 11.2) / 12, 10);
    expect(eqd2Of(doseOf(plan), 10)).toBeCloseTo(50, 10);
    expect(eqd2Of(doseOf('25 x 2 Gy', { region: 'boost' }), 10)).toBeCloseTo(50, 10);
    // A fraction that is increased in compensation is so everywhere: 8 Gy for 6
    const gap: Schedule = {
      ...one(5, 6, { regionsGy: { flap: 3 } }),
      missed: [3],
      compensation: 'increasedDose',
    };
    expect(doseOf(gap, { region: 'flap' }).bed(10)).toBeCloseTo(2 * 3 * 1.3 + 2 * 4 * 1.4, 10);
  });
});

describe('repopulation', () => {
  const doublings = { kickOffDays: 28, doublingTimeDays: 5, untilSurgery: false };
  const byDay = { kickOffDays: 28, lostGyPerDay: 0.5, untilSurgery: false };

  it('takes effect back by doublings: 30 × 2 Gy in 39 days, BED 66.916921 at 10 Gy', () => {
    const dose = doseOf('30 x 2 Gy', { repopulation: doublings });
    expect(dose.lostEffect).toBeCloseTo((Math.LN2 * 11) / 5, 12);
    expect(dose.lostGy).toBe(0);
    expect(effectOf(dose, 0.3, 10) / 0.3).toBeCloseTo(66.916921, 6);
  });

  it('takes dose back by the day; EQD2 stops at 0, clonogens may come to outnumber those at the start', () => {
    const dose = doseOf('25 x 2 Gy', { repopulation: byDay });
    expect([dose.lostGy, dose.lostEffect]).toEqual([2, 0]);
    expect(eqd2Of(dose, 10)).toBeCloseTo((60 - 2) / 1.2, 10);
    expect(effectOf(dose, 0.3, 10)).toBeCloseTo(0.3 * 58, 10);
    const much = doseOf('25 x 2 Gy', { repopulation: { ...byDay, lostGyPerDay: 1000 } });
    expect(eqd2Of(much, 10)).toBe(0);
    expect(effectOf(much, 0.3, 10)).toBeCloseTo(0.3 * (60 - 4000), 10);
  });

  it('does nothing in courses that end before it begins, and follows gaps', () => {
    expect(doseOf('5 x 6 Gy', { repopulation: byDay }).lostGy).toBe(0);
    // The last fraction on day 35 rather than 32
    const gap = { ...parseSchedule('25 x 2 Gy'), missed: [25] };
    expect(doseOf(gap, { repopulation: byDay }).lostGy).toBe(3.5);
  });

  it('may go on until surgery, 35 days after the last fraction', () => {
    const until = { ...byDay, untilSurgery: true };
    expect(doseOf('25 x 2 Gy', { repopulation: until }).lostGy).toBe(19.5);
    expect(doseOf('5 x 6 Gy', { repopulation: until }).lostGy).toBe(5.5);
    // Fractions after surgery last longer still: from day 81 over 25 treatment days to day 115
    const split = '5 x 5 Gy + surgery + 25 x 2 Gy';
    const last = createCourse(parseSchedule(split)).fractions.at(-1)!.day;
    expect(doseOf(split, { repopulation: until }).lostGy).toBe(0.5 * (last - 28));
    expect(doseOf(split, { repopulation: until }, { postoperative: false }).lostGy).toBe(5.5);
    expect(doseOf('surgery + 25 x 2 Gy', { repopulation: until }).lostGy).toBe(2);
  });
});

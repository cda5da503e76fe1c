import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EvidenceRow } from '../../src/evidence/evidence-row.ts';
import { endpointOf } from '../../src/outcomes/truth.ts';
import { createCourse, overallTimeDays } from '../../src/radiobiology/course.ts';
import { eqd2Of } from '../../src/radiobiology/effective-dose.ts';
import { readSchedule, type ScheduleSpec } from '../../src/radiobiology/schedule-schema.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { createTrial } from '../../src/scenario/trial.ts';
import { evidence } from '../fixtures/evidence.ts';
import { drugsOf, type EvidenceArm, evidenceArm, evidenceScenario } from '../fixtures/evidence-arm.ts';
import { runInline } from '../fixtures/run-inline.ts';

const ALPHA_BETA_GY = 4.9;
const DEFAULT_YEARS = 3;

/** EQD2 as the review prints it, by row. */
const printed = new Map(
  readFileSync(new URL('../references/table2-outcomes.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .filter(([, , eqd2]) => eqd2 !== '')
    .map(([id, , eqd2]) => [id, Number(eqd2)] as const),
);

const rowOf = (id: string): EvidenceRow => evidence.find((row) => row.id === id)!;

/** Every row that gave or gives radiotherapy; one with its fractions left open once for each number of them. */
const arms = evidence
  .filter(({ schedule }) => schedule.all !== undefined || schedule.sweep !== undefined)
  .flatMap((row) =>
    (row.schedule.sweep ?? [undefined]).map((step) => ({
      label: `${row.id}${step ? `, ${step.fractions} fractions` : ''}: ${row.study}`,
      row,
      fractions: step?.fractions,
    })),
  );

async function runArm(arm: EvidenceArm, atYears = DEFAULT_YEARS) {
  const { result } = await runInline(evidenceScenario(arm, atYears));
  const { localControl, woundComplication } = result.truths[0].arms[0].endpoints;
  return { result, control: localControl!.rate, wounds: woundComplication!.rate };
}

/** Preoperative EQD2 in Gy of the dose that a wound sees, everyone's course alike. */
function woundEqd2(arm: EvidenceArm): number {
  const { scenario } = readScenario(evidenceScenario(arm, DEFAULT_YEARS), 'row');
  const trial = createTrial(scenario);
  const [{ dose }] = endpointOf(trial.truth(0).truth, 'woundComplication').arms;
  return eqd2Of(dose.doses![0], ALPHA_BETA_GY);
}

describe('every row of the evidence table runs as an arm', () => {
  it('21 rows and DOREMY, one of them in six numbers of fractions', () => {
    expect(arms.map(({ row }) => row.id).filter((id, i, all) => all.indexOf(id) === i)).toEqual([
      ...Array.from({ length: 21 }, (_, i) => String(i + 1)),
      'doremy',
    ]);
    expect(arms.flatMap(({ fractions }) => fractions ?? [])).toEqual([3, 4, 5, 6, 7, 8]);
    expect(printed.size).toBe(20);
  });

  it.each(arms)('row $label', async ({ row, fractions }) => {
    const { result, control, wounds } = await runArm(evidenceArm(row, fractions), row.control?.atYears);
    for (const rate of [control, wounds]) {
      expect(rate.exact).toBeGreaterThan(0);
      expect(rate.exact).toBeLessThan(1);
      // 200 × 100 patients; six standard errors are missed once in 5e8
      const standardError = Math.sqrt((rate.exact! * (1 - rate.exact!)) / 20_000);
      expect(Math.abs(rate.estimate - rate.exact!)).toBeLessThan(6 * standardError);
    }
    const isLarge = fractions !== undefined && 60 / fractions > 10;
    expect(result.warnings).toEqual(isLarge ? [expect.stringContaining('more than 10 Gy a fraction')] : []);
    const { eqd2Gy } = result.arms[0];
    // Printed to 0.1 Gy; row 18 prints its part before surgery
    if (row.id === '18') expect(Math.abs(eqd2Gy! - 85.8696)).toBeLessThan(1e-4);
    else if (printed.has(row.id))
      expect(Math.abs(eqd2Gy! - printed.get(row.id)!)).toBeLessThanOrEqual(0.05 + 1e-9);
    else expect(eqd2Gy).toBeGreaterThan(fractions === undefined ? 35.9 : 107.8);
  });
});

describe('what is special about a row', () => {
  it('5: heat twice a week raises control, and the boost that of the unresectable', async () => {
    const heated = evidenceArm(rowOf('5'));
    const given = readSchedule(heated.schedule as ScheduleSpec);
    const course = createCourse(given, { missed: 0, present: ['unresectable'] });
    expect(course.fractions.filter(({ isHeated }) => isHeated).map(({ day }) => day)).toEqual([0, 3, 7, 10]);
    expect(course.fractions).toHaveLength(14);
    expect(course.fractions[10].day - course.fractions[9].day).toBeGreaterThanOrEqual(42);
    const share = async (unresectable: number, alphaRatioAt41: number) =>
      (
        await runArm({
          ...heated,
          heterogeneity: { ...heated.heterogeneity, unresectable },
          controlRule: { hyperthermia: { alphaRatioAt41 } },
        })
      ).control.exact!;
    const [plain, heat, boost] = [await share(0, 1), await share(0, 1.4), await share(1, 1)];
    expect(heat).toBeGreaterThan(plain);
    expect(boost).toBeGreaterThan(plain);
  });

  it('15: every other day makes five fractions last nine days', () => {
    const days = (schedule: unknown) => overallTimeDays(readSchedule(schedule as ScheduleSpec));
    expect(days(evidenceArm(rowOf('15')).schedule)).toBe(9);
    expect(days('5 x 7 Gy')).toBe(4);
  });

  it('17: above 10 Gy a fraction the survival law must be stated; fewer fractions control more', async () => {
    const control: number[] = [];
    for (const fractions of [3, 4, 5, 6, 7, 8]) {
      const arm = evidenceArm(rowOf('17'), fractions);
      const silent = () => readScenario(evidenceScenario({ ...arm, rule: {} }, 5), 'row');
      if (60 / fractions > 10) expect(silent).toThrow('needs survival');
      else expect(silent).not.toThrow();
      control.push((await runArm(arm, 5)).control.exact!);
    }
    expect(control).toEqual([...control].sort((a, b) => b - a));
    expect(new Set(control).size).toBe(6);
  });

  it('18: wounds feel the part before surgery, control both', async () => {
    const both = evidenceArm(rowOf('18'));
    const before = { ...both, schedule: '5 x 5 Gy' };
    expect(Math.abs(woundEqd2(both) - printed.get('18')!)).toBeLessThanOrEqual(0.05);
    const [ofBoth, ofBefore] = [await runArm(both), await runArm(before)];
    expect(ofBoth.wounds.exact).toBe(ofBefore.wounds.exact);
    expect(ofBoth.control.exact).toBeGreaterThan(ofBefore.control.exact!);
  });

  it.each(['13', 'doremy'])(
    '%s: the myxoid subtype is controlled better than others would be',
    async (id) => {
      const myxoid = evidenceArm(rowOf(id));
      const others = { ...myxoid, subtypes: {} };
      expect(Object.keys(myxoid.subtypes!)).toEqual(['myxoid']);
      const rates = [await runArm(myxoid, 2), await runArm(others, 2)];
      expect(rates[0].control.exact).toBeGreaterThan(rates[1].control.exact!);
    },
  );

  it('agents: each row has its drugs by name, and they count', async () => {
    expect(
      Object.fromEntries(evidence.filter((r) => drugsOf(r).length > 0).map((r) => [r.id, drugsOf(r)])),
    ).toEqual({
      4: ['doxorubicin'],
      6: ['doxorubicin'],
      7: ['doxorubicin'],
      8: ['doxorubicin'],
      9: ['epirubicin', 'ifosfamide'],
      10: ['ifosfamide'],
      11: ['sorafenib'],
      19: ['doxorubicin', 'ifosfamide'],
      20: ['doxorubicin', 'ifosfamide'],
    });
    const treated = evidenceArm(rowOf('9'));
    const bare = { ...treated, agents: [], rule: {} };
    const [withDrugs, without] = [await runArm(treated), await runArm(bare)];
    expect(withDrugs.control.exact).toBeGreaterThan(without.control.exact!);
    expect(withDrugs.wounds.exact).toBeGreaterThan(without.wounds.exact!);
  });
});

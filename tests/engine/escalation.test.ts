import { describe, expect, it } from 'vitest';
import type { ReplicatesResult } from '../../src/engine/batch-result.ts';
import type { EscalationResult, PlanResult } from '../../src/engine/escalation-result.ts';
import { createBatchRunner } from '../../src/engine/run-batch.ts';
import type { Estimate } from '../../src/numeric/monte-carlo.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { LADDER, makeEscalation } from '../report/make-escalation.ts';

/** Standard errors beyond which a right program comes in fewer than one of 10⁷ comparisons, of which there are 100 or so. */
const FAR = 5.5;

const planOf = ({ truths }: EscalationResult, name: string, windowMonths: number): PlanResult =>
  truths[0].plans.find((plan) => plan.name === name && plan.windowMonths === windowMonths)!;

/** Every number of a plan that has an exact value. */
function exactNumbers(plan: PlanResult): Estimate[] {
  const found: Estimate[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('exact' in value) found.push(value as Estimate);
    else for (const part of Object.values(value)) look(part);
  };
  look(plan);
  return found;
}

/** One level that harms nobody, so that a trial's course is known beforehand. */
const HARMLESS = {
  'truth.amputation': {
    model: 'statedRates',
    low: 0,
    middle: 0,
    high: 0,
    onsetMonths: { uniform: { min: 6, max: 24 } },
  },
  'truth.woundComplication': {
    model: 'statedRates',
    low: 0,
    middle: 0,
    high: 0,
    onsetMonths: { uniform: { min: 0, max: 4 } },
  },
  'simulation.replicates': 3,
};

describe('dose escalation', () => {
  it('counts what comes within a window and by the horizon', async () => {
    const { truths } = await makeEscalation({ 'simulation.replicates': 1 });
    const [{ byHorizon, rightLevel }] = truths;
    // Any of two independent events: 1 − (1 − p₁F₁)(1 − p₂F₂)
    const any = (late: number, early: number): number => 1 - (1 - late) * (1 - early);
    const [six, fifteen] = [0, 1].map((i) => truths[0].plans[i].withinWindow);
    for (const [level, [late, early]] of [
      [0.02, 0.05],
      [0.1, 0.1],
      [0.3, 0.15],
    ].entries()) {
      expect(six[level]).toBeCloseTo(early, 12);
      expect(fifteen[level]).toBeCloseTo(any(late / 2, early), 12);
      expect(byHorizon[level]).toBeCloseTo(any(late, early), 12);
    }
    expect(rightLevel).toBe(2);
  });

  it('agrees with the enumeration of every course, where a method waits', async () => {
    const result = await makeEscalation();
    for (const { waits, name } of [
      { name: 'boin', waits: true },
      { name: 'threePlusThree', waits: true },
      { name: 'calm', waits: true },
      { name: 'titeCrm', waits: false },
    ]) {
      for (const window of [6, 15]) {
        const numbers = exactNumbers(planOf(result, name, window));
        expect(numbers.length).toBe(waits ? 15 : 0);
        for (const { estimate, mcse, exact } of numbers)
          expect(Math.abs(estimate - exact!)).toBeLessThanOrEqual(FAR * mcse + 1e-12);
      }
    }
  });

  it('takes the time that windows and arrivals take', async () => {
    const result = await makeEscalation(HARMLESS);
    // Groups of three a month apart, and six months after the last of each: 3 + 6 three times, 6 + 6 at the top
    expect(planOf(result, 'threePlusThree', 6).months.mean.estimate).toBeCloseTo(36, 9);
    expect(planOf(result, 'boin', 6).months.mean.estimate).toBeCloseTo(6 * 9, 9);
    expect(planOf(result, 'boin', 15).months.mean.estimate).toBeCloseTo(6 * 18, 9);
    // Nothing is waited for but the last window
    expect(planOf(result, 'titeCrm', 15).months.mean.estimate).toBeCloseTo(18 + 15, 9);
  });

  it('gives each replicate the same whatever else its batch holds', () => {
    const { scenario } = readScenario(LADDER, 'ladder.yaml');
    const rows = (from: number, to: number): number[][] => {
      const { escalation } = createBatchRunner(scenario)({
        kind: 'replicates',
        truth: 0,
        from,
        to,
      }) as ReplicatesResult;
      return escalation!.map(({ days, treated }) => [...days, ...treated]);
    };
    const [together] = [rows(0, 4)];
    const apart = [rows(0, 1), rows(1, 4)];
    together.forEach((plan, i) => {
      expect(plan.slice(0, 4)).toEqual([...apart[0][i].slice(0, 1), ...apart[1][i].slice(0, 3)]);
      expect(plan.slice(4)).toEqual([...apart[0][i].slice(1), ...apart[1][i].slice(3)]);
    });
  });

  it('treats the same patients by every plan', () => {
    const { scenario } = readScenario(LADDER, 'ladder.yaml');
    const { escalation } = createBatchRunner(scenario)({
      kind: 'replicates',
      truth: 0,
      from: 0,
      to: 200,
    }) as ReplicatesResult;
    const [boin, , , , calm] = escalation!;
    const firstGroup = (plan: typeof boin, row: number): boolean => plan.toxic[row * 3] > 0;
    for (let row = 0; row < 200; row++)
      if (boin.treated[row * 3] === 3 && calm.treated[row * 3] === 3)
        expect(firstGroup(calm, row)).toBe(firstGroup(boin, row));
  });

  it('ends for safety on events after the window too, and then recommends nothing', async () => {
    const result = await makeEscalation({
      'design.escalation.safety': { endpoint: 'amputation', above: 0.05, cutOff: 0.9 },
      'truth.amputation': {
        model: 'statedRates',
        low: 1,
        middle: 1,
        high: 1,
        onsetMonths: { uniform: { min: 7, max: 8 } },
      },
      'simulation.replicates': 50,
    });
    const plan = planOf(result, 'boin', 6);
    expect(plan.withinWindow[0]).toBeCloseTo(0.05, 12);
    expect(plan.stoppedForSafety.estimate).toBe(1);
    expect(plan.none.estimate).toBe(1);
    // The first group is watched for nine months; its second one comes before any event is known
    expect(plan.totalPatients.estimate).toBeLessThanOrEqual(6);
    expect(exactNumbers(plan)).toEqual([]);
  });

  it('expands at the level recommended, exactly and simulated', async () => {
    const result = await makeEscalation({
      'design.escalation.expansion': {
        patients: 20,
        singleArm: {
          endpoint: 'localControl',
          atYears: 2,
          nullRate: 0.7,
          oneSidedAlpha: 0.05,
          test: 'exactBinomial',
        },
      },
    });
    const { passes, passesTooToxic, patients, harmed } = planOf(result, 'boin', 15).expansion!;
    expect(passes.exact!).toBeGreaterThan(passesTooToxic.exact!);
    for (const { estimate, mcse, exact } of [passes, passesTooToxic])
      expect(Math.abs(estimate - exact!)).toBeLessThanOrEqual(FAR * mcse);
    const { none, recommended } = planOf(result, 'boin', 15);
    expect(Math.abs(patients.estimate - 20 * (1 - none.exact!))).toBeLessThanOrEqual(FAR * patients.mcse);
    const [{ byHorizon }] = result.truths;
    const expected = recommended.reduce((sum, { exact }, level) => sum + 20 * exact! * byHorizon[level], 0);
    expect(Math.abs(harmed.estimate - expected)).toBeLessThanOrEqual(FAR * harmed.mcse);
    // 24 months pass until control at two years is known
    const { months } = planOf(result, 'boin', 15);
    const climbed = planOf(await makeEscalation(), 'boin', 15).months;
    expect(months.median.estimate - climbed.median.estimate).toBeCloseTo(20 + 24, 6);
  });

  it('calls the first plan by its right level', async () => {
    const { truths } = await makeEscalation({ 'simulation.replicates': 5 });
    expect(truths[0].operatingCharacteristics.power).toEqual(truths[0].plans[0].right);
  });
});

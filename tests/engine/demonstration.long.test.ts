import { describe, expect, it } from 'vitest';
import { controlFitModels } from '../../src/evidence/control-models/index.ts';
import { createControlFitter } from '../../src/evidence/fit-control.ts';
import { costTrialist } from '../../src/evidence/trialist-cost.ts';
import { doseSums } from '../../src/radiobiology/linear-quadratic.ts';
import { parseSchedule } from '../../src/radiobiology/parse-schedule.ts';
import { controlRows, withoutTwelve } from '../fixtures/evidence.ts';
import { runInline } from '../fixtures/run-inline.ts';
import { shippedText } from '../fixtures/scenario-text.ts';

const text = shippedText('alpha-beta-demonstration');
const TRUTHS = { alphaBeta1p5: 1.5, alphaBeta3: 3, asPlanned: 4.9, alphaBeta10: 10 } as const;

const model = controlFitModels.residualDisease;
const fitter = createControlFitter(model, controlRows);
const compared = (schedule: string) => ({ text: schedule, sums: doseSums(parseSchedule(schedule)) });
const costsOf = (first: string, second: string) =>
  costTrialist(model, fitter, withoutTwelve, [compared(first), compared(second)], Object.values(TRUTHS));
const costs = costsOf('25 x 2 Gy', '5 x 5 Gy');

const exactOf = async (...sets: string[]) => {
  const { result } = await runInline(text, 'simulation.replicates=1', ...sets);
  return Object.keys(TRUTHS).map((name) => {
    const truth = result.truths.find((t) => t.name === name)!;
    return {
      power: truth.operatingCharacteristics.power.exact!,
      rates: truth.arms.map(({ endpoints }) => endpoints.localControl!.rate.exact!),
    };
  });
};

describe('the demonstration: 25 × 2 Gy over 5 × 5 Gy where α/β is 1.5, 3, 4.9 or 10 Gy', () => {
  it('needs 6,833, 1,108, 567 and 320 patients an arm, with the model fitted anew at each', () => {
    expect(costs.map(({ perArm }) => perArm)).toEqual([6833, 1108, 567, 320]);
  });

  it('has the power that the sizes were reckoned for, by enumeration', async () => {
    for (const [k, { perArm }] of costs.entries()) {
      const { power } = (await exactOf(`design.perArm=${perArm}`))[k];
      // The formula takes counts for normal; the last size is the smallest
      expect(Math.abs(power - 0.8)).toBeLessThan(0.015);
    }
  });

  it('states the fits that calibration finds, and so has their control', async () => {
    const found = await exactOf();
    costs.forEach(({ longRunControl: [long, short] }, k) => {
      // The file states five digits
      expect(Math.abs(found[k].rates[0] - short)).toBeLessThan(2e-5);
      expect(Math.abs(found[k].rates[1] - long)).toBeLessThan(2e-5);
    });
  });

  it('turns with α/β for 5 × 6 Gy: better than 25 × 2 Gy below, worse above', async () => {
    const difference = costsOf('25 x 2 Gy', '5 x 6 Gy').map((cost) => cost.difference);
    expect(difference[0]).toBeCloseTo(0.0265, 4);
    expect(difference[3]).toBeCloseTo(-0.0264, 4);
    const rates = (await exactOf('arms.control.schedule=5 x 6 Gy')).map((truth) => truth.rates);
    rates.forEach(([short, long], k) => {
      expect(Math.abs(short - long - difference[k])).toBeLessThan(4e-5);
    });
  });
});

import { describe, expect, it } from 'vitest';
import { treatmentEffect } from '../../src/trial/margin-justification/treatment-effect.ts';
import { twoMethods } from '../../src/trial/margin-justification/two-methods.ts';
import { askCalculator } from '../fixtures/ask-calculator.ts';

interface Numbers {
  readonly margin: Readonly<Record<string, number>>;
  readonly effect: { readonly difference: { readonly effect: number } };
  readonly hazardRatioOfSameShare?: number;
}
const ask = (...flags: string[]): Numbers => {
  const { stdout, stderr } = askCalculator(['margin-justification', ...flags, '--json']);
  expect(stderr).toBe('');
  return JSON.parse(stdout).numbers;
};
const of = (surgeryAlone: number, ...flags: string[]): Numbers =>
  ask('--control-rate', '0.93', '--surgery-alone-rate', String(surgeryAlone), ...flags);

describe('the effect of a treatment', () => {
  it.each([
    [0.93, 0.93],
    [0.93, 0],
    [0.9, 0.95],
    [1, 0.9],
  ])('is none of %d with it and %d without', (controlRate, withoutRate) => {
    expect(() => treatmentEffect({ controlRate, withoutRate })).toThrow(
      new RangeError(
        `invalid withoutRate: ${withoutRate} (must be above 0 and below the control rate, ${controlRate})`,
      ),
    );
  });

  it('has no limits unless both groups are counted', () => {
    for (const counted of [{}, { controlPatients: 70 }, { withoutPatients: 70 }])
      expect(
        Object.keys(treatmentEffect({ controlRate: 0.93, withoutRate: 0.7, ...counted }).difference),
      ).not.toContain('lowerLimit');
  });
});

describe('what a margin retains of the effect of radiotherapy', () => {
  it('is 63 to 70 % at 7 points of an effect of 19 to 23, and about a half at 10', () => {
    const share = (surgeryAlone: number, margin: string) =>
      of(surgeryAlone, '--margin', margin).margin.retainedOfDifference;
    expect(share(0.74, '0.07')).toBeCloseTo(12 / 19, 10);
    expect(share(0.7, '0.07')).toBeCloseTo(16 / 23, 10);
    expect(share(0.74, '0.1')).toBeCloseTo(9 / 19, 10);
    expect(share(0.7, '0.1')).toBeCloseTo(13 / 23, 10);
  });

  it('comes back from the share, and from the hazard ratio, that it is', () => {
    const { margin } = of(0.7, '--margin', '0.07');
    expect(of(0.7, '--retained', String(margin.retainedOfDifference)).margin.difference).toBeCloseTo(
      0.07,
      12,
    );
    expect(of(0.7, '--hazard-ratio', String(margin.hazardRatio)).margin.difference).toBeCloseTo(0.07, 12);
  });

  it('is on the log hazard ratio what (ln S − δ) says', () => {
    const { margin, hazardRatioOfSameShare } = of(0.74, '--margin', '0.07');
    const whole = Math.log(Math.log(0.74) / Math.log(0.93));
    const lost = Math.log(Math.log(0.86) / Math.log(0.93));
    expect(margin.retainedOfLogHazardRatio).toBeCloseTo(1 - lost / whole, 12);
    expect(Math.log(hazardRatioOfSameShare!)).toBeCloseTo((7 / 19) * whole, 12);
  });

  it('has the limits of two independent rates', () => {
    const { difference, logHazardRatio } = treatmentEffect({
      controlRate: 0.93,
      withoutRate: 0.7,
      controlPatients: 70,
      withoutPatients: 80,
    });
    const variance = (0.93 * 0.07) / 70 + (0.7 * 0.3) / 80;
    expect(difference.lowerLimit).toBeCloseTo(0.23 - 1.959963984540054 * Math.sqrt(variance), 12);
    // The delta method: d ln(−ln p)/dp = 1/(p ln p)
    const slope = (p: number) => 1 / (p * Math.log(p));
    const delta = ((0.93 * 0.07) / 70) * slope(0.93) ** 2 + ((0.7 * 0.3) / 80) * slope(0.7) ** 2;
    expect(logHazardRatio.standardError).toBeCloseTo(Math.sqrt(delta), 12);
  });

  it('asks less of the synthesis than of the fixed margin, whose two errors add up', () => {
    const { difference } = treatmentEffect({
      controlRate: 0.93,
      withoutRate: 0.7,
      controlPatients: 70,
      withoutPatients: 70,
    });
    const found = twoMethods(difference, 0.5, 0.93, 165);
    const [trial, earlier] = [found.trialError, 0.5 * difference.standardError!];
    expect(found.synthesisError).toBeCloseTo(Math.hypot(trial, earlier), 12);
    expect(found.fixedNeeds - found.synthesisNeeds).toBeCloseTo(
      1.959963984540054 * (trial + earlier - Math.hypot(trial, earlier)),
      12,
    );
    // An earlier effect that is certain leaves one method
    const certain = twoMethods({ effect: 0.23, standardError: 0, lowerLimit: 0.23 }, 0.5, 0.93, 165);
    expect(certain.fixedNeeds).toBeCloseTo(certain.synthesisNeeds, 12);
    expect(() => twoMethods({ effect: 0.23 }, 0.5, 0.93, 165)).toThrow(/no standard error/);
  });

  it('is none of an effect that a margin gives up, or that was not shown', () => {
    const flags = ['--control-rate', '0.93', '--surgery-alone-rate', '0.9', '--margin', '0.07'];
    const patients = ['--control-patients', '70', '--surgery-alone-patients', '70'];
    const { stdout } = askCalculator(['margin-justification', ...flags, ...patients]);
    expect(stdout).toContain('retains none of the 3 percentage');
    expect(stdout).toContain('does not show the effect');
  });

  it.each([
    [['--margin', '0.07', '--retained', '0.5'], 'needs one of --margin, --retained, --hazard-ratio'],
    [['--margin', '0.95'], '--margin: 0.95 is too large a margin'],
    [['--margin', '0.07', '--control-patients', '70'], '--surgery-alone-patients: missing patients'],
    [['--margin', '0.07', '--per-arm', '70'], '--per-arm does nothing without'],
  ])('refuses %j', (flags, message) => {
    const asked = ['margin-justification', '--control-rate', '0.93', '--surgery-alone-rate', '0.7', ...flags];
    expect(askCalculator(asked).stderr).toContain(message);
  });
});

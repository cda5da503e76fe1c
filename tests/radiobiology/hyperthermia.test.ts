import { describe, expect, it } from 'vitest';
import { cumulativeEquivalentMinutes43, radiosensitivityAt } from '../../src/radiobiology/hyperthermia.ts';

describe('radiosensitivity under hyperthermia', () => {
  it('is as stated at 37 and 41 °C, and exponential between', () => {
    expect(radiosensitivityAt(37, 0.3, 0.45)).toBe(0.3);
    expect(radiosensitivityAt(41, 0.3, 0.45)).toBeCloseTo(0.45, 15);
    expect(radiosensitivityAt(39, 0.3, 0.45)).toBeCloseTo(Math.sqrt(0.3 * 0.45), 15);
    expect(radiosensitivityAt(40, 0.3, 0.45)).toBeCloseTo(0.40662090162443015, 14);
  });

  it('fades with the interval, on either side of the fraction: half the logarithm in a half-time', () => {
    const apart = (hours: number) => radiosensitivityAt(41, 0.3, 0.45, { hours, halfTimeHours: 2 });
    expect(apart(0)).toBeCloseTo(0.45, 15);
    expect(apart(2)).toBeCloseTo(0.3 * Math.sqrt(1.5), 14);
    expect(apart(-2)).toBe(apart(2));
    expect(apart(1000)).toBeCloseTo(0.3, 15);
  });

  it('refuses arguments out of range', () => {
    expect(() => radiosensitivityAt(36.9, 0.3, 0.45)).toThrow(
      'invalid temperatureC: 36.9 (must be in [37, 41])',
    );
    expect(() => radiosensitivityAt(43, 0.3, 0.45)).toThrow('invalid temperatureC: 43');
    expect(() => radiosensitivityAt(40, 0, 0.45)).toThrow('invalid at37: 0 (must be > 0)');
    expect(() => radiosensitivityAt(40, 0.3, 0.45, { hours: 1, halfTimeHours: 0 })).toThrow(
      'invalid halfTimeHours',
    );
    expect(() => radiosensitivityAt(40, 0.3, 0.45, { hours: Infinity, halfTimeHours: 1 })).toThrow(
      'invalid hours',
    );
  });
});

describe('thermal dose', () => {
  it('doubles a degree above 43 °C and falls to a quarter a degree below', () => {
    expect(cumulativeEquivalentMinutes43([{ minutes: 60, temperatureC: 42 }])).toBeCloseTo(15, 12);
    expect(cumulativeEquivalentMinutes43([{ minutes: 60, temperatureC: 43 }])).toBe(60);
    expect(cumulativeEquivalentMinutes43([{ minutes: 60, temperatureC: 44 }])).toBeCloseTo(120, 12);
    const both = [
      { minutes: 60, temperatureC: 41 },
      { minutes: 10, temperatureC: 45 },
    ];
    expect(cumulativeEquivalentMinutes43(both)).toBeCloseTo(60 / 16 + 40, 12);
    expect(cumulativeEquivalentMinutes43([])).toBe(0);
  });

  it('refuses arguments out of range', () => {
    expect(() => cumulativeEquivalentMinutes43([{ minutes: -1, temperatureC: 42 }])).toThrow(
      'invalid minutes: -1',
    );
    expect(() => cumulativeEquivalentMinutes43([{ minutes: 1, temperatureC: Number.NaN }])).toThrow(
      'invalid temperatureC: NaN',
    );
  });
});

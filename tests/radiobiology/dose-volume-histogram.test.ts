import { describe, expect, it } from 'vitest';
import { createHistogram, meanDoseGy } from '../../src/radiobiology/dose-volume-histogram.ts';

describe('createHistogram', () => {
  it('scales shares printed with few digits to 1, and leaves empty bins out', () => {
    const histogram = createHistogram([0, 10, 20, 30], [0.332, 0.332, 0, 0.332]);
    expect(histogram.doseGy).toEqual([0, 10, 30]);
    expect(histogram.volume.reduce((sum, v) => sum + v, 0)).toBeCloseTo(1, 15);
    expect(meanDoseGy(histogram)).toBeCloseTo(40 / 3, 12);
  });

  it.each([
    [[1, 2], [1], 'invalid histogram: 2 doses and 1 volumes'],
    [[-1], [1], 'invalid doseGy: -1 (must be >= 0)'],
    [[1, 2], [1.5, -0.5], 'invalid volume: -0.5 (must be >= 0)'],
    [[1, 2], [0.5, 0.49], 'invalid volume: the shares sum to 0.99 (must be 1)'],
    [[], [], 'invalid volume: the shares sum to 0 (must be 1)'],
    [[4500, 5000], [0.5, 0.5], 'invalid doseGy: the mean is 4750 Gy (is it in cGy?)'],
    [[Number.NaN], [1], 'invalid doseGy: NaN (must be >= 0)'],
  ])('refuses doses %j with volumes %j', (doseGy, volume, message) => {
    expect(() => createHistogram(doseGy, volume)).toThrow(new RangeError(message));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillFailureYears, fillFailureYearsAtMargin } from '../../src/radiobiology/fill-failure-years.ts';
import type { Latency } from '../../src/radiobiology/latency.ts';
import { check } from '../fixtures/check-property.ts';
import {
  failureTimeYears,
  failureTimeYearsAtMargin,
  laterFailureYears,
} from '../fixtures/plain-failure-times.ts';

const uniform = fc.double({ min: 2 ** -54, max: 1 - 2 ** -53, noNaN: true });
const probability = fc.oneof(
  fc.constantFrom(0, 1, 0.6, 1e-9, 1 - 1e-9),
  fc.double({ min: 0, max: 1, noNaN: true }),
);
const patient = fc.record({ u: uniform, control: probability, isControlled: fc.boolean() });
/** Neighbours of one probability, and of several. */
const patients = fc.oneof(
  fc.array(patient, { maxLength: 20 }),
  fc
    .tuple(probability, fc.array(patient, { maxLength: 20 }))
    .map(([control, all]) => all.map((one) => ({ ...one, control }))),
);

const laws: Latency[] = [
  { kind: 'mixtureCure', medianYears: 1.5, sigma: 0.9 },
  { kind: 'promotionTime', medianYears: 1.5, sigma: 0.9 },
  { kind: 'proportionalHazards', atYears: 3, shape: 1 },
  { kind: 'proportionalHazards', atYears: 2, shape: 1.4 },
];

const columnsOf = (all: readonly { u: number; control: number; isControlled: boolean }[]) => ({
  control: Float64Array.from(all, ({ control }) => control),
  isControlled: Uint8Array.from(all, ({ isControlled }) => Number(isControlled)),
  years: Float64Array.from(all, ({ u }) => u),
});

describe.each(laws)('times of failure by columns, $kind', (law) => {
  it('are those of patients taken one by one, every bit', () => {
    check(
      fc.property(patients, (all) => {
        const { control, isControlled, years } = columnsOf(all);
        fillFailureYears(law, control, isControlled, years, all.length);
        expect([...years]).toEqual(
          all.map(({ u, control: pi, isControlled: later }) =>
            (later ? laterFailureYears : failureTimeYears)(u, pi, law),
          ),
        );
      }),
    );
  });

  it('are so at the margin', () => {
    check(
      fc.property(patients, fc.double({ min: 0.01, max: 1, noNaN: true }), (all, shown) => {
        const { control, isControlled, years } = columnsOf(all);
        fillFailureYearsAtMargin(law, shown, control, isControlled, years, all.length);
        expect([...years]).toEqual(
          all.map(({ u, control: p, isControlled: is }) => failureTimeYearsAtMargin(u, p, shown, is, law)),
        );
      }),
    );
  });

  it('are so of more patients than the column functions take at a time', () => {
    const all = Array.from({ length: 2500 }, (_, i) => ({
      u: ((i * 7919 + 13) % 10007) / 10007 || 0.5,
      control: i % 11 === 0 ? 0 : ((i * 31) % 97) / 97,
      isControlled: i % 11 !== 0 && (i * 17) % 5 < 3,
    }));
    const { control, isControlled, years } = columnsOf(all);
    fillFailureYears(law, control, isControlled, years, all.length);
    expect([...years]).toEqual(
      all.map(({ u, control: pi, isControlled: later }) =>
        (later ? laterFailureYears : failureTimeYears)(u, pi, law),
      ),
    );
  });

  it('leave patients beyond the count alone', () => {
    const years = Float64Array.of(0.3, 0.4);
    fillFailureYears(law, Float64Array.of(0.6, 0.6), Uint8Array.of(0, 0), years, 1);
    expect(years[1]).toBe(0.4);
  });
});

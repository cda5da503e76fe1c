import { describe, expect, it } from 'vitest';
import { enrolmentOrder } from '../../../src/trial/enrolment-order.ts';
import { enrolArms } from '../../../src/trial/many-to-one/enrol-arms.ts';

const SIZES = [
  [2, 2, 2],
  [4, 4, 4],
];
/** One patient a day from day 1. */
const days = Array.from({ length: 12 }, (_, i) => i + 1);

describe('patients of a trial whose arms leave it at looks', () => {
  it('come in turn to arms of fixed size where all run to the end', () => {
    const armOf = new Uint8Array(60);
    const sizes = [
      [6, 12, 9],
      [12, 24, 24],
    ];
    const found = enrolArms({ sizes }, [1, 1], armOf);
    expect(armOf).toEqual(enrolmentOrder([12, 24, 24]));
    expect(found).toEqual({ enrolled: [12, 24, 24], lookDays: [0, 0], enrolledAtLook: [29, 60] });
  });

  it('go to the arms that are left once one is dropped', () => {
    const armOf = new Uint8Array(12);
    const { enrolled, enrolledAtLook } = enrolArms({ sizes: SIZES }, [0, 1], armOf);
    expect(enrolled).toEqual([4, 2, 4]);
    expect(enrolledAtLook).toEqual([6, 10]);
    expect([...armOf.subarray(0, 10)]).toEqual([0, 1, 2, 0, 1, 2, 0, 2, 0, 2]);
  });

  it('end with the last arm, the control with them', () => {
    const { enrolled, lookDays } = enrolArms({ sizes: SIZES }, [0, 0], new Uint8Array(12));
    expect(enrolled).toEqual([2, 2, 2]);
    expect(lookDays).toHaveLength(1);
  });

  it('go on coming to all arms while a look waits for outcomes', () => {
    const armOf = new Uint8Array(12);
    const calendar = { days, delayDays: 3 };
    const found = enrolArms({ sizes: SIZES }, [0, 1], armOf, calendar);
    // The look waits from day 6 to day 9, by when each arm has a third patient
    expect(found.lookDays[0]).toBe(9);
    expect(found.enrolledAtLook[0]).toBe(9);
    expect(found.enrolled).toEqual([4, 3, 4]);
    expect(found.lookDays[1]).toBe(11 + 3);
    expect([...armOf.subarray(9, 11)].sort()).toEqual([0, 2]);
  });

  it('are all there before the first look where outcomes take long', () => {
    const calendar = { days, delayDays: 100 };
    const { enrolled, lookDays } = enrolArms({ sizes: SIZES }, [0, 0], new Uint8Array(12), calendar);
    expect(enrolled).toEqual([4, 4, 4]);
    expect(lookDays).toEqual([106]);
  });
});

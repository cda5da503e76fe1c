import { z } from 'zod';
import { count, positive, strict } from '../numeric/quantities.ts';
import { scheduleSchema } from '../radiobiology/schedule-schema.ts';

const mixedScheduleSchema = strict({
  schedule: scheduleSchema.describe('planned fractions'),
  weight: positive('share of the arm’s patients who have this schedule by choice; the shares sum to 1')
    .max(1)
    .optional(),
  patients: count(
    'patients of the arm who have this schedule before an amendment brings the next',
  ).optional(),
});

const mixedSchedulesSchema = z
  .array(mixedScheduleSchema)
  .min(2)
  .check(({ value, issues }) => {
    if (issues.length > 0) return;
    const fail = (message: string, ...path: PropertyKey[]) =>
      issues.push({ code: 'custom', input: value, message, path });
    const weights = value.flatMap(({ weight }) => weight ?? []);
    const isAmended = value.some(({ patients }) => patients !== undefined);
    if (isAmended && weights.length > 0)
      return void fail('takes weights (by choice) or patients (by amendment), not both');
    if (isAmended) {
      value.forEach(({ patients }, i) => {
        const isLast = i === value.length - 1;
        if (isLast && patients !== undefined)
          fail('the last schedule has the rest of the patients', i, 'patients');
        if (!isLast && patients === undefined) fail('needs patients: every schedule but the last does', i);
      });
      return;
    }
    value.forEach(({ weight }, i) => {
      if (weight === undefined) fail('needs a weight (by choice), or patients (by amendment)', i);
    });
    const sum = weights.reduce((a, b) => a + b, 0);
    if (weights.length === value.length && Math.abs(sum - 1) > 1e-9)
      fail(`the weights of the schedules sum to ${Number(sum.toPrecision(6))}, not to 1`);
  });

/** An arm: what its patients are given. */
export const armSchema = strict({
  schedule: scheduleSchema.optional().describe('planned fractions; only stated rates do without'),
  schedules: mixedSchedulesSchema
    .optional()
    .describe('several schedules in place of one: each patient’s by choice, or changed by amendment'),
  agents: z
    .array(z.string().regex(/^[a-z][A-Za-z0-9]*$/))
    .default([])
    .describe('what is given with radiotherapy, by name; each endpoint’s block says what it does'),
}).check(({ value, issues }) => {
  if (value.schedule !== undefined && value.schedules !== undefined)
    issues.push({
      code: 'custom',
      input: value,
      message: 'takes one of schedule and schedules, not both',
      path: ['schedules'],
    });
});

/** An arm's specification, valid by {@link armSchema}. */
export type ArmSpec = z.output<typeof armSchema>;

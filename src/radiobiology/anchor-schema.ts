import { z } from 'zod';
import { interiorProbability, strict, years } from '../numeric/quantities.ts';
import { scheduleSchema } from './schedule-schema.ts';

const resolve = z
  .enum(['eachWorld', 'planned'])
  .default('eachWorld')
  .describe('solve in every truth and world, or once, on the truth as planned');

/** A rate of local control under a schedule of its own, at a time from surgery. */
export const controlAnchorSchema = strict({
  schedule: scheduleSchema.describe('the schedule that the rate was seen under; it never follows an arm'),
  rate: interiorProbability('population rate of local control'),
  atYears: years('years from surgery at which the rate holds').optional(),
  resolve,
}).describe('a rate that is known, from which the free parameter is solved');

/** A rate of complications under a schedule of its own. */
export const complicationAnchorSchema = strict({
  schedule: scheduleSchema.describe('the schedule that the rate was seen under; it never follows an arm'),
  rate: interiorProbability('population rate of the complication'),
  resolve,
}).describe('a rate that is known, from which the free parameter is solved');

/** Symbols of an anchor's numbers, by their path in a model's block. */
export const anchorSymbols = { 'anchor.rate': 'P_a', 'anchor.atYears': 't_a' } as const;

/** What an anchor of a complication fixes, and one of control: at its time, or in the long run. */
export const anchorEquation = (quantity: 'P' | 'LC(t_a)' | 'LC_∞'): string =>
  `E[${quantity} | "anchor’s schedule"] = P_a`;

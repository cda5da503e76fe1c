import { z } from 'zod';
import { unknownWord } from './closest-word.ts';

/** The keys that an object schema knows: those it was extended by as well. */
const keysOf = (schema: unknown, shape: z.ZodRawShape): string[] =>
  Object.keys(schema instanceof z.ZodObject ? schema.shape : shape);

/** An object that takes these keys and no other; an unknown key is answered with the nearest right one. */
export function strict<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownWord('key', key, keysOf(issue.inst, shape))).join('; ')
        : undefined,
  });
}

/** Finite number with a unit or meaning in its description. */
export const finite = (description: string) => z.number().describe(description);

/** Finite number above 0. */
export const positive = (description: string) => z.number().positive().describe(description);

/** Whole number at or above `least`. */
export const count = (description: string, least = 1) => z.int().min(least).describe(description);

/** Says that something is not a probability, and of a percentage which one it stands for. */
export const percentHint = (input: unknown): string =>
  typeof input === 'number' && input > 1 && input <= 100
    ? `${input} is not a probability (must be in [0, 1]; for ${input} % write ${input / 100})`
    : `${String(input)} is not a probability (must be in [0, 1])`;

/** Probability in [0, 1]; a percentage is refused with the probability it stands for. */
export const probability = (description: string) =>
  z
    .number()
    .min(0, { error: (issue) => percentHint(issue.input), abort: true })
    .max(1, { error: (issue) => percentHint(issue.input), abort: true })
    .describe(description);

/** Probability strictly between 0 and 1. */
export const interiorProbability = (description: string) =>
  z
    .number()
    .gt(0, {
      error: (issue) => (issue.input === 0 ? '0 is too small (must be above 0)' : percentHint(issue.input)),
      abort: true,
    })
    .lt(1, {
      error: (issue) => (issue.input === 1 ? '1 is too large (must be below 1)' : percentHint(issue.input)),
      abort: true,
    })
    .describe(description);

/** Dose per fraction in Gy, up to 60: more is a slip of the unit (cGy). */
export const doseGy = (description: string) =>
  z
    .number()
    .positive()
    .max(60, { error: (issue) => `${String(issue.input)} Gy in one fraction is too large (is it in cGy?)` })
    .describe(description);

/** α/β in Gy. */
export const alphaBetaGy = (description: string) =>
  z
    .number()
    .positive()
    .max(1000, { error: (issue) => `α/β ${String(issue.input)} Gy is too large (must be at most 1000)` })
    .describe(description);

/** Normalised slope of a dose-response, without unit; steeper than 100 it is a step, and no response. */
export const normalisedSlope = (description: string) =>
  z
    .number()
    .positive()
    .max(100, { error: (issue) => `a slope of ${String(issue.input)} is too steep (must be at most 100)` })
    .describe(description);

/** Time in years, above 0. */
export const years = (description: string) =>
  z
    .number()
    .positive()
    .max(100, { error: (issue) => `${String(issue.input)} years is too long (is it in months?)` })
    .describe(description);

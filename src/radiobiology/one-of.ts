import type { z } from 'zod';

/** A schema check: exactly one of the keys is given. */
export const exactlyOne =
  (...keys: readonly string[]) =>
  (context: z.core.ParsePayload<Record<string, unknown>>): void => {
    const given = keys.filter((key) => context.value[key] !== undefined);
    if (given.length === 1) return;
    const message =
      given.length === 0
        ? `needs one of ${keys.join(', ')}`
        : `takes one of ${keys.join(', ')}, not ${given.join(' and ')}`;
    context.issues.push({ code: 'custom', input: context.value, message });
  };

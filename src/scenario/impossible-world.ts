import type { WorldDraw } from './truth-specs.ts';

const PREFIX = 'impossible world';

/** Uncertain values under which no truth can be: an anchor out of reach, a correlation out of its bounds. */
export class ImpossibleWorld extends RangeError {
  constructor(draw: WorldDraw, reason: string) {
    const values = draw.map(([path, value]) => `${path} = ${Number(value.toPrecision(4))}`).join(', ');
    super(`${PREFIX} (${values}): ${reason}`);
  }
}

/** Whether an error from another thread, where only its message is left of the class, is an {@link ImpossibleWorld}. */
export function isImpossibleWorld(error: unknown): error is Error {
  return error instanceof Error && error.message.startsWith(PREFIX);
}

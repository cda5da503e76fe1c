/** A schedule of so many equal fractions, one a day. */
export interface SimpleSchedule {
  readonly fractions: number;
  readonly doseGy: number;
}

const WRITTEN = /^\s*(\d+)\s*[x×]\s*(\d+(?:\.\d+)?)\s*Gy\s*$/i;

/** Reads `5 x 6 Gy`; undefined where it is anything else. */
export function readSimpleSchedule(value: unknown): SimpleSchedule | undefined {
  const parts = typeof value === 'string' ? WRITTEN.exec(value) : null;
  return parts ? { fractions: Number(parts[1]), doseGy: Number(parts[2]) } : undefined;
}

/** The same as a scenario states it. */
export const writeSimpleSchedule = ({ fractions, doseGy }: SimpleSchedule): string =>
  `${fractions} x ${doseGy} Gy`;

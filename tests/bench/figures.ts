/** Three significant digits, without an exponent. */
export const short = (value: number): string => {
  const rounded = Number(value.toPrecision(3));
  return rounded >= 1e5 ? rounded.toLocaleString('en-GB') : String(rounded);
};

/** Units a second: `9.13 M patients/s`. */
export function rate(unitsPerSecond: number, unit: string): string {
  const [value, prefix] =
    unitsPerSecond >= 1e6
      ? [unitsPerSecond / 1e6, 'M ']
      : unitsPerSecond >= 1e3
        ? [unitsPerSecond / 1e3, 'k ']
        : [unitsPerSecond, ''];
  return `${short(value)} ${prefix}${unit}/s`;
}

/** A count with its thousands apart. */
export const count = (value: number): string => value.toLocaleString('en-GB');

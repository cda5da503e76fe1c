/** The α/β in Gy between which a slider moves. */
export const SLIDER_RANGE_GY = { low: 0.5, high: 30 } as const;

/** Steps of the slider in a factor of ten. */
const STEPS_A_DECADE = 100;

/**
 * Stops of a slider of α/β in Gy: even steps of the logarithm, rounded to two digits, each once and in order; the value
 * it starts at is one of them.
 */
export function sliderStops(startGy: number): number[] {
  const { low, high } = SLIDER_RANGE_GY;
  const decades = Math.log10(high / low);
  const steps = Math.ceil(STEPS_A_DECADE * decades);
  const even = Array.from({ length: steps + 1 }, (_, i) =>
    Number((low * Math.exp((i / steps) * decades * Math.LN10)).toPrecision(2)),
  );
  return [...new Set([...even, startGy])].sort((a, b) => a - b);
}

import { requirePositive } from '../numeric/require-argument.ts';
import { requireBlocks } from '../numeric/require-block.ts';
import { requireNonNegative } from '../numeric/require-non-negative.ts';
import { shownValue } from '../numeric/shown-value.ts';

/** Between these temperatures in °C the exponential law was proposed. */
const BODY_C = 37;
const HOTTEST_C = 41;

/** The breakpoint of thermal dose in °C. */
const REFERENCE_C = 43;

/** How hyperthermia and a fraction are apart in time. */
export interface HyperthermiaInterval {
  /** Hours between the two; the sign does not matter. */
  readonly hours: number;
  /** Hours in which the logarithm of the enhancement halves: an assumption, to be stated. */
  readonly halfTimeHours: number;
}

/**
 * α (Gy⁻¹) or β (Gy⁻²) of cells heated around a fraction: exponential in temperature from 37 to 41 °C. That the
 * logarithm of the enhancement fades exponentially with the interval is an assumption.
 *
 * @param temperatureC in [37, 41]
 * @param at37 the parameter at 37 °C, > 0
 * @param at41 the parameter at 41 °C, > 0
 * @throws RangeError for an argument out of range
 * @see Crezee 2016, Radiat Oncol 11:14; van Leeuwen 2017, Int J Hyperthermia 33:160 (law of temperature)
 */
export function radiosensitivityAt(
  temperatureC: number,
  at37: number,
  at41: number,
  interval?: HyperthermiaInterval,
): number {
  if (!(temperatureC >= BODY_C && temperatureC <= HOTTEST_C))
    throw new RangeError(`invalid temperatureC: ${temperatureC} (must be in [${BODY_C}, ${HOTTEST_C}])`);
  const full = Math.log(requirePositive('at41', at41) / requirePositive('at37', at37));
  // α(T, Δt) = α₃₇ exp[(T − 37)/(41 − 37) · ln(α₄₁/α₃₇) · e^(−ln 2 |Δt|/T½)]
  return at37 * Math.exp((((temperatureC - BODY_C) * full) / (HOTTEST_C - BODY_C)) * remaining(interval));
}

/** Share of the enhancement left after an interval, in (0, 1]. */
function remaining(interval: HyperthermiaInterval | undefined): number {
  if (interval === undefined) return 1;
  const hours = requireNonNegative('hours', Math.abs(interval.hours));
  return Math.exp((-Math.LN2 * hours) / requirePositive('halfTimeHours', interval.halfTimeHours));
}

/** A stretch of heating at one temperature. */
export interface Heating {
  readonly minutes: number;
  readonly temperatureC: number;
}

/**
 * Thermal dose in minutes: those at 43 °C that are worth as much as the heating.
 *
 * @param heating stretches of at least 0 minutes at one temperature in °C each
 * @throws RangeError for an argument out of range
 * @see Sapareto & Dewey 1984, IJROBP 10:787
 * @example
 * ```ts
 * import { cumulativeEquivalentMinutes43 } from 'isoeffect';
 *
 * console.log(cumulativeEquivalentMinutes43([{ minutes: 60, temperatureC: 43 }])); // 60
 * ```
 */
export function cumulativeEquivalentMinutes43(heating: readonly Heating[]): number {
  let sum = 0;
  for (const { minutes, temperatureC } of requireBlocks('heating', heating)) {
    if (!Number.isFinite(temperatureC))
      throw new RangeError(`invalid temperatureC: ${shownValue(temperatureC)} (must be finite)`);
    const ratio = temperatureC < REFERENCE_C ? 0.25 : 0.5;
    // CEM43 = Σ t R^(43 − T), R = 0.25 below 43 °C, 0.5 above
    sum += requireNonNegative('minutes', minutes) * Math.exp((REFERENCE_C - temperatureC) * Math.log(ratio));
  }
  return sum;
}

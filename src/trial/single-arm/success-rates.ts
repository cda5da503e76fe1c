/** Two rates of an event, as rates of what one hopes for. */
export interface SuccessRates {
  /** Whether the event is what one hopes for. */
  readonly eventIsGood: boolean;
  readonly nullSuccess: number;
  /** Above `nullSuccess`. */
  readonly alternativeSuccess: number;
}

/**
 * The direction that two rates of an event imply: an alternative above the null makes the event good.
 *
 * @throws RangeError if the rates are equal
 */
export function successRates(nullRate: number, alternativeRate: number): SuccessRates {
  if (alternativeRate === nullRate)
    throw new RangeError(`invalid alternativeRate: ${alternativeRate} (must differ from the null rate)`);
  return alternativeRate > nullRate
    ? { eventIsGood: true, nullSuccess: nullRate, alternativeSuccess: alternativeRate }
    : { eventIsGood: false, nullSuccess: 1 - nullRate, alternativeSuccess: 1 - alternativeRate };
}

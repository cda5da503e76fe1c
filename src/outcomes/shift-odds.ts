/** A probability moved by a constant on the logit scale, given as the factor e^c on the odds. */
export function shiftOdds(probability: number, factor: number): number {
  return (probability * factor) / (1 - probability + probability * factor);
}

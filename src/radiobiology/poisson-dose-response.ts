/**
 * Probability in [0, 1] of a response to a dose: Poisson, with half response at D50.
 *
 * @param maxGamma greatest slope of the curve, where the response is 1/e, times D50
 * @see Källman, Ågren & Brahme 1992, Int J Radiat Biol 62:249
 */
export function poissonDoseResponse(doseGy: number, d50Gy: number, maxGamma: number): number {
  return Math.exp(lnPoissonDoseResponse(doseGy, d50Gy, maxGamma));
}

/** ln of {@link poissonDoseResponse}, which keeps its digits where the response itself would be 0. */
export function lnPoissonDoseResponse(doseGy: number, d50Gy: number, maxGamma: number): number {
  // ln P = −ln 2 · exp(eγ(1 − D/D50))
  return -Math.LN2 * Math.exp(Math.E * maxGamma * (1 - doseGy / d50Gy));
}

/** The greatest normalised slope of the curve that has the normalised slope γ50 at D50. */
export function maxGammaFromGamma50(gamma50: number): number {
  // eγ = 2γ50/ln 2
  return (2 * gamma50) / (Math.LN2 * Math.E);
}

/** One fraction as clonogens feel it. */
export interface EffectiveFraction {
  /** Hours since the first fraction. */
  readonly hours: number;
  /** BED in Gy of this fraction alone at α/β; full repair from the others. */
  bed(alphaBetaGy: number): number;
}

/** What a course brings to one tissue, with everything that the truth says of dose: survival law, repair, modifiers. */
export interface EffectiveDose {
  /**
   * BED in Gy at α/β, repopulation left out.
   *
   * @param scale the tissue's dose as a share of the prescribed one: 1 unless it is a bin of a dose–volume histogram
   */
  bed(alphaBetaGy: number, scale?: number): number;
  /** D and Q, in Gy and Gy², of BED = D + Q/(α/β); there where the survival law is linear-quadratic. */
  readonly sums?: { readonly linearGy: number; readonly quadraticGy2: number };
  /** BED in Gy that repopulation takes back, stated as dose; 0 where it is not modelled so. */
  readonly lostGy: number;
  /** Effect (without unit) that repopulation takes back, stated as doublings: ln 2·max(0, T − Tk)/Td; 0 where it is not modelled so. */
  readonly lostEffect: number;
  /** The fractions in time, for models that follow clonogens from day to day. */
  readonly fractions: readonly EffectiveFraction[];
}

/** Equivalent dose in 2 Gy fractions in Gy of an effective dose, ≥ 0. */
export function eqd2Of(dose: EffectiveDose, alphaBetaGy: number, scale = 1): number {
  // EQD2 = (BED − lost)/(1 + 2/(α/β))
  return Math.max(0, dose.bed(alphaBetaGy, scale) - dose.lostGy) / (1 + 2 / alphaBetaGy);
}

/** Effect E = −ln of the surviving fraction of an effective dose; below 0 where clonogens outgrow what is killed. */
export function effectOf(dose: EffectiveDose, alphaPerGy: number, alphaBetaGy: number): number {
  // E = α(BED − lost) − ln 2·max(0, T − Tk)/Td
  return alphaPerGy * (dose.bed(alphaBetaGy) - dose.lostGy) - dose.lostEffect;
}

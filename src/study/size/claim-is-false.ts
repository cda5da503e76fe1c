import { claimRates, type KnownTruth, type Trial } from '../../scenario/trial.ts';
import { requiredClaims } from '../../trial/design.ts';
import { percentWords } from '../../trial/percent-words.ts';

const rounded = (rate: number): string => percentWords(Number(rate.toPrecision(3)));

/** Says which claim a truth does not meet, and by what. */
export function claimIsFalse({ design }: Trial, known: KnownTruth): string {
  const unmet = design.claims.slice(0, requiredClaims(design)).find((claim) => {
    const { control, experimental } = claimRates(claim, known);
    return claim.slack(control, experimental) <= 0;
  })!;
  const { control, experimental } = claimRates(unmet, known);
  const arms =
    design.sizes.length === 1
      ? `the rate is ${rounded(experimental)}`
      : `the rates are ${rounded(control)} and ${rounded(experimental)}`;
  return `the claim is false: ${arms}, and ${rounded(unmet.rateAtMargin(control))} is the border of “${unmet.sentence}”`;
}

import { claimRates, type KnownTruth, type Trial } from '../../scenario/trial.ts';
import { needsOnlyOne, requiredClaims } from '../../trial/design.ts';
import { percentWords } from '../../trial/percent-words.ts';

const rounded = (rate: number): string => percentWords(Number(rate.toPrecision(3)));

/** Says which claim a truth does not meet, and by what. */
export function claimIsFalse({ design, arms: names }: Trial, known: KnownTruth): string {
  const unmet = design.claims.slice(0, requiredClaims(design)).find((claim) => {
    const { control, experimental } = claimRates(claim, known);
    return claim.slack(control, experimental) <= 0;
  })!;
  const { control, experimental } = claimRates(unmet, known);
  const arms =
    design.sizes.length === 1
      ? `the rate is ${rounded(experimental)}`
      : `the rates are ${rounded(control)} and ${rounded(experimental)}`;
  const whose =
    unmet.arm === undefined
      ? 'the claim'
      : needsOnlyOne(design)
        ? `the claim of every arm, that of ${names[unmet.arm].name} too,`
        : `the claim of ${names[unmet.arm].name}`;
  return `${whose} is false: ${arms}, and ${rounded(unmet.rateAtMargin(control))} is the border of “${unmet.sentence}”`;
}

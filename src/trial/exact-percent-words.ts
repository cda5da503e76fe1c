/** Nearer than this to the nominal probability, a computed one is taken for it. */
const SAME = 1e-8;
const MOST_DECIMALS = 6;

/**
 * A computed probability in running text, to a hundredth of a percent: `5.00 %`.
 *
 * @param nominal what it stands beside: where it differs, as many digits as tell the two apart, `4.998 %`
 */
export function exactPercentWords(probability: number, nominal = probability): string {
  const shown = (value: number, decimals: number): string => (100 * value).toFixed(decimals);
  let decimals = 2;
  if (Math.abs(probability - nominal) > SAME)
    while (decimals < MOST_DECIMALS && shown(probability, decimals) === shown(nominal, decimals)) decimals++;
  return `${shown(probability, decimals)} %`;
}

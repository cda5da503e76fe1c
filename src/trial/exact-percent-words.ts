/** A computed probability in running text, to a hundredth of a percent: `5.00 %`. */
export function exactPercentWords(probability: number): string {
  return `${(100 * probability).toFixed(2)} %`;
}

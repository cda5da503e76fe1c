/** `35 %`: a probability in running text, to six digits. */
export function percentWords(probability: number): string {
  return `${Number((100 * probability).toPrecision(6))} %`;
}

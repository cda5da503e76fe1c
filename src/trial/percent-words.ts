/** `35 %`: a probability in running text, to six digits. */
export function percentWords(probability: number): string {
  const percent = Number((100 * probability).toPrecision(6));
  // Nearly certain is not certain
  return `${percent === 100 && probability < 1 ? Number((100 * probability).toPrecision(15)) : percent} %`;
}

/**
 * The rising sequence nearest to some values by weighted least squares: neighbours that fall are pooled to their mean.
 *
 * @param weights above 0, one a value
 * @see Barlow et al. 1972, Statistical Inference under Order Restrictions, §1.2 (pool adjacent violators)
 */
export function isotonicFit(values: readonly number[], weights: readonly number[]): number[] {
  const blocks: { mean: number; weight: number; length: number }[] = [];
  values.forEach((value, i) => {
    let block = { mean: value, weight: weights[i], length: 1 };
    for (let last = blocks.at(-1); last && last.mean > block.mean; last = blocks.at(-1)) {
      const weight = last.weight + block.weight;
      const mean = (last.mean * last.weight + block.mean * block.weight) / weight;
      block = { mean, weight, length: last.length + block.length };
      blocks.pop();
    }
    blocks.push(block);
  });
  return blocks.flatMap(({ mean, length }) => Array.from({ length }, () => mean));
}

/** A probability that is a sum of many, whose rounding may lead to a little more than 1. */
export const atMost1 = (probability: number): number => Math.min(1, probability);

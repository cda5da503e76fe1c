import { percent } from '../../report/numbers.ts';

/** `31.1 %`: always to a tenth, so that numbers of a table line up. */
export const percentOf = (probability: number): string => `${percent(probability)} %`;

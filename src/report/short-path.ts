import { distributions } from '../random/distributions/index.ts';

/** A path without the parts that say little to a reader. */
export function shortPath(path: string): string {
  const isSaid = (key: string): boolean =>
    !['truth', 'cohort', 'heterogeneity'].includes(key) && !(key in distributions);
  return path.split('.').filter(isSaid).join(' ');
}

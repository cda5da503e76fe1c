import type { Markup } from '../markup.ts';
import type { Method } from '../method.ts';
import { methodsList } from './methods.ts';

const METHODS: readonly Method[] = [
  {
    name: 'Common random numbers',
    text: 'Every cell has the scenario’s seed, and a stream is addressed by world, replicate and purpose, never by a value: patient i of arm j has the same draws in every cell. The error of a difference is that of the mean difference of paired replicates (of paired worlds for assurance).',
    reference: 'Law 2015, Simulation Modeling and Analysis, 5th ed., §11.2',
  },
  {
    name: 'Exact tipping points',
    text: 'Between two neighbouring cells in which a claim changes from true to false, the arms’ rates cross, or exact power crosses its target, the root by Brent’s method on the exact values.',
    reference: 'Brent 1973, Algorithms for Minimization without Derivatives, ch. 4',
  },
  {
    name: 'Interpolated tipping points',
    text: 'Where values are simulated, or the path takes whole numbers alone, a straight line between neighbours; simulated values that a monotone curve passes within three of their errors are replaced by that curve first. Standard error: that of the value, over the slope.',
    reference: 'Barlow et al. 1972, Statistical Inference under Order Restrictions, §1.2',
  },
];

/** How a sweep compares its cells; the report of a run has the methods of each cell. */
export const sweepMethodsSection = (): Markup => methodsList(METHODS);

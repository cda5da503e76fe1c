import { endpoints } from '../../outcomes/endpoints/index.ts';
import { competingEquations, deliveryEquations } from '../../outcomes/truth-equations.ts';
import type { EndpointSpec, TruthSpec } from '../../outcomes/truth-schema.ts';
import { cohortBlocks } from './cohort-blocks.ts';
import { endpointBlocks } from './endpoint-blocks.ts';
import type { EquationBlock } from './equation-block.ts';

const COMPETING = {
  title: 'Death and metastasis',
  text: 'Death and metastasis have hazards of their own. Net failure is what 1 − Kaplan–Meier estimates, everyone kept alive; the cumulative incidence counts failures that come before death.',
  reference: 'Gooley 1999, Stat Med 18:695',
};

/** Everything that one truth states, as equations. */
export function truthBlocks(truth: TruthSpec, at: string, part: string): EquationBlock[] {
  return [
    ...cohortBlocks(truth.cohort, `${at}.cohort`, part),
    ...(truth.delivery
      ? [{ part, title: 'Missed fractions', at: `${at}.delivery`, ...deliveryEquations }]
      : []),
    ...Object.values(endpoints).flatMap((endpoint) => {
      const block = truth[endpoint.name] as EndpointSpec | undefined;
      return block ? endpointBlocks(endpoint, block, `${at}.${endpoint.name}`, part) : [];
    }),
    ...(truth.competing ? [{ part, ...COMPETING, at: `${at}.competing`, ...competingEquations }] : []),
  ];
}

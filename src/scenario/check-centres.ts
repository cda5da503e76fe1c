import { CENTRE } from '../cohort/cohort-shape.ts';
import type { EndpointSpec, TruthSpec } from '../outcomes/truth-schema.ts';
import type { CrossProblem } from './cross-problem.ts';
import type { Scenario } from './scenario-schema.ts';

/** Problems of the effect of centres on one endpoint. */
export function checkCentreEffect(
  { design }: Scenario,
  name: string,
  { centreSd, latency }: EndpointSpec,
): CrossProblem[] {
  if (centreSd === undefined) return [];
  const keys = ['truth', name, 'centreSd'];
  if (design.centres === undefined)
    return [{ keys, message: 'centreSd does nothing without design.centres' }];
  return latency?.kind === 'promotionTime'
    ? [{ keys, message: 'centreSd needs a latency of kind mixtureCure: it moves the share that is cured' }]
    : [];
}

/** Centres that make no difference under any truth. */
export function checkIdleCentres({ design }: Scenario, truths: readonly TruthSpec[]): CrossProblem[] {
  const { centres, randomisation, accrual } = design;
  const isStratum = randomisation?.strata?.includes(CENTRE);
  if (centres === undefined || isStratum || accrual?.centresOpenPerMonth !== undefined) return [];
  const blocks = truths.flatMap((truth) => Object.values(truth) as (Partial<EndpointSpec> | undefined)[]);
  return blocks.some((block) => block?.centreSd !== undefined)
    ? []
    : [
        {
          keys: ['design', 'centres'],
          message: 'centres do nothing: no endpoint of any truth has a centreSd, and they are no stratum',
        },
      ];
}

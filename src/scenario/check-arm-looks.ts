import { isTimeClaim } from '../trial/claims/definition.ts';
import { claims } from '../trial/claims/index.ts';
import { armSizes, statedClaims } from '../trial/design.ts';
import { createArmLooks } from '../trial/many-to-one/arm-looks.ts';
import type { CrossProblem } from './cross-problem.ts';
import type { Scenario } from './scenario-schema.ts';

const KEYS = ['design', 'comparisons', 'looks'];

/** Problems of the looks at which some of several arms leave a trial. */
export function checkArmLooks({ design, arms }: Scenario): CrossProblem[] {
  const { comparisons } = design;
  if (!comparisons?.looks) return [];
  const [{ name, parameters }] = statedClaims(design);
  if (claims[name].arms !== 2) return [];
  if (isTimeClaim(claims[name].create(parameters)))
    return [{ keys: KEYS, message: `looks at several arms need a claim that counts decide, not ${name}` }];
  if (comparisons.multiplicity === 'gatekeeping') {
    const message = 'arms that are compared in their order cannot be dropped out of it';
    return [{ keys: ['design', 'comparisons', 'multiplicity'], message }];
  }
  const { sizes } = createArmLooks(comparisons.looks, armSizes(design, Object.keys(arms).length));
  const idle = sizes.findIndex((size, look) => size.some((n, arm) => n <= (sizes[look - 1]?.[arm] ?? 0)));
  if (idle < 0) return [];
  const isEnd = idle === sizes.length - 1;
  const keys = [...KEYS, isEnd ? idle - 1 : idle, 'informationFraction'];
  const message = isEnd
    ? `no patient of an arm is left after the look at ${comparisons.looks[idle - 1].informationFraction}`
    : `no patient of an arm is new at the look at ${comparisons.looks[idle].informationFraction}`;
  return [{ keys, message }];
}

import { unknownWord } from '../numeric/closest-word.ts';
import type { EndpointSpec } from '../outcomes/truth-schema.ts';
import { statedRatesKeys } from '../radiobiology/stated-rates.ts';
import type { CrossProblem } from './cross-problem.ts';
import type { Scenario } from './scenario-schema.ts';

/** Problems of stated rates: one for each arm, and nothing else. */
export function checkStatedRates(scenario: Scenario, name: string, block: EndpointSpec): CrossProblem[] {
  const arms = Object.keys(scenario.arms);
  const stated = Object.keys(block).filter((key) => !(statedRatesKeys as readonly string[]).includes(key));
  return [
    ...stated
      .filter((key) => !arms.includes(key))
      .map((key) => ({
        keys: ['truth', name, key],
        message:
          key === 'centreSd'
            ? 'stated rates take no centreSd: they are means over all patients'
            : unknownWord('arm', key, arms),
      })),
    ...arms
      .filter((arm) => !stated.includes(arm))
      .map((arm) => ({ keys: ['truth', name], message: `missing rate of arm ${arm}` })),
  ];
}

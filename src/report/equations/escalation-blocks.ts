import { claims } from '../../trial/claims/index.ts';
import type { DesignSpec } from '../../trial/design-schema.ts';
import { doseFinding } from '../../trial/dose-finding/index.ts';
import { statedExpansion, statedMethods } from '../../trial/escalation/escalation.ts';
import {
  escalationEquations,
  expansionEquations,
  safetyEquations,
} from '../../trial/escalation/escalation-equations.ts';
import { capitalised } from '../endpoint-words.ts';
import type { EquationBlock } from './equation-block.ts';

const AT = 'design.escalation';

/** What dose escalation states: what counts, its methods, its safety rule, its expansion. */
export function escalationBlocks({ escalation }: DesignSpec, part: string): EquationBlock[] {
  if (!escalation) return [];
  const { safety, expansion } = escalation;
  const claim = expansion && statedExpansion(expansion).name;
  return [
    {
      part,
      title: 'Dose escalation',
      at: AT,
      keys: ['windowMonths', 'horizonMonths', 'acceptableRate'],
      ...escalationEquations,
    },
    ...statedMethods(escalation).map(({ name, called }, i): EquationBlock => {
      const { label, summary, reference, equations, symbols } = doseFinding[name];
      const title = `${capitalised(label)}${called === name ? '' : ` (${called})`}`;
      return { part, title, text: summary, reference, equations, at: `${AT}.methods.${i}.${name}`, symbols };
    }),
    ...(safety ? [{ part, title: 'Safety across the levels', at: `${AT}.safety`, ...safetyEquations }] : []),
    ...(claim
      ? [
          { part, title: 'Expansion', at: `${AT}.expansion`, keys: ['patients'], ...expansionEquations },
          {
            part,
            title: `Claim of the expansion: ${claim}`,
            equations: claims[claim].equations,
            at: `${AT}.expansion.${claim}`,
            symbols: claims[claim].symbols,
          },
        ]
      : []),
  ];
}

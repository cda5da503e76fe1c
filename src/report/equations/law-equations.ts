import type { Equations } from '../../numeric/equations.ts';
import { distributions } from '../../random/distributions/index.ts';
import { symbolsBelow } from './equation-block.ts';

type LawBlock = Readonly<Record<string, unknown>>;

/** The name of the law that a block states. */
export const lawName = (block: LawBlock): keyof typeof distributions =>
  (Object.keys(distributions) as (keyof typeof distributions)[]).find((name) => block[name] !== undefined)!;

/** What a law leaves out where the parameter of an equation is not stated. */
const isUsed = (equation: string, stated: unknown): boolean =>
  !equation.includes('CV') || (typeof stated === 'object' && stated !== null && 'cv' in stated);

const TRUNCATED = 'x_1 ≤ X ≤ x_2';

/** Equations of a law as a scenario writes it, truncation and the components of a mixture included. */
export function lawEquations(block: LawBlock): Equations {
  const name = lawName(block);
  const stated = block[name];
  const own = distributions[name];
  const parts =
    name === 'mixture'
      ? (stated as LawBlock[]).map((part, i) => ({ prefix: `mixture.${i}`, ...lawEquations(part) }))
      : [];
  const equations = [
    ...own.equations.filter((equation) => isUsed(equation, stated)),
    ...parts.flatMap((part) => part.equations.map((equation) => equation.replaceAll('X', 'X_k'))),
    ...(block.within ? [TRUNCATED] : []),
  ];
  return {
    equations: [...new Set(equations)],
    symbols: Object.assign(
      symbolsBelow(name, own.symbols),
      ...parts.map(({ prefix, symbols }) => symbolsBelow(prefix, symbols)),
      { 'within.0': 'x_1', 'within.1': 'x_2' },
    ),
  };
}

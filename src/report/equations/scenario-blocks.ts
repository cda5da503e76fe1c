import { scheduleSymbols } from '../../radiobiology/schedule-schema.ts';
import { isJointDraws } from '../../scenario/joint-draws.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { truthSpec } from '../../scenario/truth-specs.ts';
import { shortPath } from '../short-path.ts';
import { designBlocks, type PlacedBounds } from './design-blocks.ts';
import { type EquationBlock, symbolsBelow } from './equation-block.ts';
import { lawEquations, lawName } from './law-equations.ts';
import { truthBlocks } from './truth-blocks.ts';

const ARMS = 'Arms';
const TRUTH = 'Truth as planned';
const UNCERTAINTY = 'Uncertainty: one draw a world';
const DESIGN = 'Design';

const armBlock: EquationBlock = {
  part: ARMS,
  title: 'Schedules',
  text: 'Each arm’s fractions have doses d, by phase i where there are phases.',
  equations: ['D = ∑_i n_i·d_i'],
  at: 'arms',
  symbols: {
    ...symbolsBelow('*.schedule', scheduleSymbols),
    ...symbolsBelow('*.schedules.*.schedule', scheduleSymbols),
    '*.schedules.*.weight': 'w_i',
    '*.schedules.*.patients': 'n_i',
  },
};

/** What is uncertain, each path with its law. */
function uncertaintyBlocks({ uncertainty }: Scenario): EquationBlock[] {
  return Object.entries(uncertainty).map(([path, spec]): EquationBlock => {
    const at = `uncertainty.${path}`;
    if (isJointDraws(spec)) {
      const symbols = { 'draws.*': 'θ_i' };
      const equations = ['P((θ_1, θ_2, …) = "row" k) = 1/K'];
      return { part: UNCERTAINTY, title: `Joint draws: ${path}`, equations, at, symbols };
    }
    const title = `X = ${shortPath(path)}: ${lawName(spec)}`;
    return { part: UNCERTAINTY, title, at, ...lawEquations(spec) };
  });
}

/** What holds the numbers that nothing else does. */
const rest = (part: string, at: string): EquationBlock => ({
  part,
  title: 'Besides',
  equations: [],
  at,
  symbols: {},
});

/** Everything that a scenario states, as equations: arms, truth, uncertainty, other truths, design. */
export function scenarioBlocks(scenario: Scenario, bounds?: PlacedBounds): EquationBlock[] {
  const others = Object.keys(scenario.truths).flatMap((name) => {
    const part = `Truth ${name}`;
    const at = `truths.${name}`;
    return [...truthBlocks(truthSpec(scenario, name), `${at}.truth`, part), rest(part, at)];
  });
  return [
    armBlock,
    ...truthBlocks(scenario.truth, 'truth', TRUTH),
    rest(TRUTH, 'truth'),
    ...uncertaintyBlocks(scenario),
    ...others,
    ...designBlocks(scenario.design, DESIGN, bounds),
  ];
}

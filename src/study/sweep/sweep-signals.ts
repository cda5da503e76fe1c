import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import type { Scenario } from '../../scenario/scenario-schema.ts';
import { slackCount } from '../../scenario/trial.ts';
import type { Design } from '../../trial/design.ts';
import { needsOnlyOne } from '../../trial/design.ts';
import { isContinuous } from '../scenario-at.ts';
import type { CrossingQuantity } from '../tasks/crossing.ts';
import type { CellFacts } from './cell-facts.ts';
import type { Signal } from './line-crossings.ts';
import type { SweepLine } from './sweep-lines.ts';
import type { Tip } from './tip.ts';
import type { Criterion } from './tipping-point.ts';

/** One thing looked at along a line under one truth. */
export interface LineSignal {
  readonly line: SweepLine;
  /** Position of the truth, and its name. */
  readonly truth: number;
  readonly truthName: string;
  readonly criterion: Criterion;
  readonly signal: Signal;
  /** What finds its crossings exactly; undefined where only interpolation does. */
  readonly root: CrossingQuantity | undefined;
  /** Whether the values that a root is found from are exact. */
  readonly isExact: boolean;
}

/** What a sweep knows once its cells are run. */
export interface SweptCells {
  readonly scenarios: readonly Scenario[];
  /** By cell and truth. */
  readonly facts: readonly (readonly CellFacts[])[];
  readonly design: Design;
  readonly tips: readonly Tip[];
}

type Partly = Pick<LineSignal, 'criterion' | 'signal' | 'root' | 'isExact'>;

/** Everything that may turn along a line. */
export function lineSignals(line: SweepLine, swept: SweptCells): LineSignal[] {
  const { scenarios, facts } = swept;
  const [low, high] = [line.points[0], line.points.at(-1)!];
  const isSmooth = isContinuous(scenarios[low.cell], line.path, low.x, high.x);
  // Truths are those of every cell, unless a cell's own values brought another
  return facts[low.cell].flatMap(({ truth }, index) => {
    const along = line.points.flatMap(({ cell }) => facts[cell].find((f) => f.truth === truth) ?? []);
    if (along.length < line.points.length) return [];
    const place = { line, truth: index, truthName: truth };
    return [
      ...claimSignals(line, swept, along, isSmooth),
      ...swept.tips.flatMap((tip) => tipSignal(line, tip, along, isSmooth) ?? []),
      ...rateSignals(line, along, isSmooth),
    ].map((signal): LineSignal => ({ ...place, ...signal }));
  });
}

const signalOf = (line: SweepLine, values: readonly number[], holdsAtZero = false): Signal => ({
  x: line.points.map(({ x }) => x),
  values,
  errors: values.map(() => 0),
  holdsAtZero,
  isLog: line.isLog,
});

const areExact = (along: readonly CellFacts[]): boolean => along.every(({ isExact }) => isExact);

function claimSignals(
  line: SweepLine,
  { design, scenarios }: SweptCells,
  along: readonly CellFacts[],
  isSmooth: boolean,
): Partly[] {
  const claims = design.claims.slice(0, slackCount(design));
  // Cells whose designs claim other things are not compared
  if (along.some(({ slacks }) => slacks.length !== claims.length)) return [];
  const arms = Object.keys(scenarios[0].arms);
  return claims.flatMap(({ endpoint, arm }, claim): Partly[] => {
    const values = along.map((facts) => facts.slacks[claim]);
    // What a path has no part in is not told along it
    if (values.every((value) => value === values[0])) return [];
    return [
      {
        criterion: {
          kind: 'claim',
          endpoint: endpoint.name,
          ...(arm !== undefined && { of: needsOnlyOne(design) ? 'at least one arm' : arms[arm] }),
        },
        signal: signalOf(line, values),
        root: isSmooth ? { kind: 'slack', claim } : undefined,
        isExact: areExact(along),
      },
    ];
  });
}

/** The arms' rates, of each endpoint in which they differ somewhere. */
function rateSignals(line: SweepLine, along: readonly CellFacts[], isSmooth: boolean): Partly[] {
  const names = Object.keys(along[0].gaps) as EndpointName[];
  return names.flatMap((endpoint): Partly[] => {
    const values = along.map(({ gaps }) => gaps[endpoint] ?? 0);
    if (values.every((value) => value === 0)) return [];
    return [
      {
        criterion: { kind: 'rates', endpoint },
        signal: signalOf(line, values),
        root: isSmooth ? { kind: 'rates', endpoint } : undefined,
        isExact: areExact(along),
      },
    ];
  });
}

/** A quantity against its target: exact where all of its values are; undefined where a cell has none. */
function tipSignal(
  line: SweepLine,
  { quantity, target }: Tip,
  along: readonly CellFacts[],
  isSmooth: boolean,
): Partly | undefined {
  const found = along.flatMap(({ whole }) => whole.get(quantity) ?? []);
  if (found.length < along.length) return undefined;
  const isExact = found.every(({ exact }) => exact !== undefined);
  const values = found.map(({ estimate, exact }) => (isExact ? exact! : estimate) - target);
  const errors = found.map(({ mcse }) => (isExact ? 0 : mcse));
  return {
    criterion: { kind: 'quantity', quantity, target },
    signal: { ...signalOf(line, values, true), errors },
    root: quantity === 'power' && isExact && isSmooth ? { kind: 'power', target } : undefined,
    isExact,
  };
}

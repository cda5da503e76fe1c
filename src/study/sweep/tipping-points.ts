import { requiredClaims } from '../../trial/design.ts';
import type { RunTasks } from '../run-tasks.ts';
import type { CrossingInput } from '../tasks/crossing.ts';
import { intervalsOf, type Turn, turnsOf } from './line-crossings.ts';
import { pathLabels } from './path-words.ts';
import type { SweepGrid } from './sweep-grid.ts';
import { sweepLines } from './sweep-lines.ts';
import { type LineSignal, lineSignals, type SweptCells } from './sweep-signals.ts';
import type { Crossing, TippingPoint } from './tipping-point.ts';
import { lineSentence, type Naming, sentenceOf, tippingClause } from './tipping-words.ts';

/** What turns where, and the answers as sentences: one a line and truth. */
export interface Tipping {
  readonly points: readonly TippingPoint[];
  readonly answers: readonly string[];
}

/** A signal with its turns. */
interface Turning {
  readonly signal: LineSignal;
  readonly turns: readonly Turn[];
  readonly holdsFirst: boolean;
}

/** What asks for the exact crossing of a turn. */
function inputOf({ line, truth, root }: LineSignal, { at }: Turn, { scenarios }: SweptCells): CrossingInput {
  const [before, after] = [line.points[at], line.points[at + 1]];
  const scenario = scenarios[before.cell];
  return { scenario, path: line.path, truth, from: before.x, to: after.x, quantity: root! };
}

function namingOf(grid: SweepGrid, { design }: SweptCells): Naming {
  const paths = grid.paths.map(({ path }) => path);
  const labels = pathLabels(paths);
  const required = design.claims.slice(0, requiredClaims(design));
  const isCompletion = required.every((claim) => claim.isCompletion);
  return {
    hasSeveralClaims: required.length > 1,
    power: isCompletion ? 'the probability of running to the end' : 'power',
    label: (path) => labels[paths.indexOf(path)],
  };
}

/** Where claims, rates and quantities turn along every number that a sweep varies. */
export async function tippingPoints(
  grid: SweepGrid,
  swept: SweptCells,
  runTasks: RunTasks,
): Promise<Tipping> {
  const turning = sweepLines(grid)
    .flatMap((line) => lineSignals(line, swept))
    .map((signal): Turning => ({ signal, ...turnsOf(signal.signal) }))
    // Rates are only told of where they cross
    .filter(({ signal, turns }) => signal.criterion.kind !== 'rates' || turns.length > 0);
  const asked = turning.flatMap(({ signal, turns }) =>
    signal.root ? turns.map((turn) => ({ turn, input: inputOf(signal, turn, swept) })) : [],
  );
  const roots = await runTasks(
    'crossing',
    asked.map(({ input }) => input),
  );
  const rootOf = new Map(asked.map(({ turn }, i) => [turn, roots[i]]));
  const naming = namingOf(grid, swept);
  const points = turning.map((one) => pointOf(one, rootOf, naming));
  return { points, answers: answersOf(points, naming) };
}

function pointOf(
  { signal, turns, holdsFirst }: Turning,
  rootOf: ReadonlyMap<Turn, number | undefined>,
  naming: Naming,
): TippingPoint {
  const { line, truthName, criterion, isExact } = signal;
  const crossings = turns.map((turn): Crossing => {
    const root = rootOf.get(turn);
    return root === undefined ? turn.interpolated : { at: root, isExact, standardError: 0 };
  });
  const told = {
    path: line.path,
    truth: truthName,
    others: line.others,
    criterion,
    range: [line.points[0].x, line.points.at(-1)!.x] as const,
    crossings,
    holds: intervalsOf(crossings, holdsFirst),
  };
  return { ...told, sentence: sentenceOf([tippingClause(told, naming)]) };
}

/** One sentence a line and truth, which says first what the line holds still. */
function answersOf(points: readonly TippingPoint[], naming: Naming): string[] {
  const lines = new Map<string, TippingPoint[]>();
  for (const point of points) {
    const key = JSON.stringify([point.path, point.truth, point.others]);
    lines.set(key, [...(lines.get(key) ?? []), point]);
  }
  const isManyTruths = new Set(points.map(({ truth }) => truth)).size > 1;
  return [...lines.values()].map((own) => {
    const [{ truth, others }] = own;
    const stated = [
      ...Object.entries(others).map(
        ([path, text]) => `${naming.label(path)} ${text === '' ? 'as stated' : text}`,
      ),
      ...(isManyTruths ? [`truth ${truth}`] : []),
    ];
    const sentence = lineSentence(own, naming);
    return stated.length === 0 ? sentence : `${stated.join(', ')}: ${sentence}`;
  });
}

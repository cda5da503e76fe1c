import { armCells, claimRates, type Trial } from '../scenario/trial.ts';
import { uncertainLaws, type WorldDraw } from '../scenario/truth-specs.ts';
import type { ArmCells } from '../trial/arm-cells.ts';
import { needsOnlyOne, requiredClaims } from '../trial/design.ts';
import { exactDesign } from '../trial/exact-design.ts';
import type { AssuranceResult } from './batch-result.ts';
import { exactWorld, overExactWorlds, roundedSlack } from './exact-world.ts';
import { type OnPiece, unwatched } from './on-piece.ts';
import { hasExactPower } from './run-exact.ts';
import { integrateWorlds } from './world-integrals.ts';
import type { WorldValues } from './world-surface.ts';

/**
 * Assurance, ceiling and success with the claim true, exactly, for one or two uncertain parameters; without an exact value
 * where the far ends of their laws make a world impossible.
 */
export const exactAssurance = (trial: Trial, onPiece?: OnPiece): AssuranceResult =>
  createExactAssurance(trial)(trial, onPiece);

/** The same for one trial in several sizes: its worlds are found once, as they know of no size. */
export function createExactAssurance(trial: Trial): (sized: Trial, onPiece?: OnPiece) => AssuranceResult {
  const cellsAt = createWorldMemory(trial);
  return (sized, onPiece = unwatched) =>
    overExactWorlds(() => integrate(sized, createWorldFinder(sized, cellsAt, onPiece))) ?? {
      kind: 'assurance',
    };
}

function integrate(trial: Trial, worlds: ReturnType<typeof createWorldFinder>): AssuranceResult {
  const [assurance, ceiling, successAndTrue] = integrateWorlds(uncertainLaws(trial.scenario), worlds.at, {
    signs: ({ rates }) => [leastSlack(trial, rates)],
    integrals: ({ power }, [isTrue]) => [power, isTrue ? 1 : 0, power * (isTrue ? 1 : 0)],
  });
  return {
    kind: 'assurance',
    ...(worlds.hasPower() && { assurance, successAndTrue }),
    ceiling,
  };
}

function leastSlack({ design }: Trial, rates: readonly number[]): number {
  const needed = design.claims.slice(0, requiredClaims(design));
  const slacks = needed.map((claim, k) => claim.slack(rates[2 * k], rates[2 * k + 1]));
  return roundedSlack(needsOnlyOne(design) ? Math.max(...slacks) : Math.min(...slacks));
}

/** What a world is to a design of any size. */
interface WorldCells {
  readonly cells: readonly ArmCells[];
  readonly rates: readonly number[];
  readonly hasPower: boolean;
}

/** Remembers worlds by their values. */
function createWorldMemory(trial: Trial): (draw: WorldDraw) => WorldCells {
  const memory = new Map<string, WorldCells>();
  return (draw) => {
    const key = draw.map(([, value]) => value).join();
    const found = memory.get(key) ?? worldCells(trial, draw);
    memory.set(key, found);
    return found;
  };
}

function worldCells(trial: Trial, draw: WorldDraw): WorldCells {
  const known = exactWorld(trial, draw);
  return {
    cells: armCells(trial, known),
    rates: trial.design.claims.flatMap((claim) => {
      const { control, experimental } = claimRates(claim, known);
      return [control, experimental];
    }),
    hasPower: hasExactPower(trial, known),
  };
}

/** Finds what a design makes of worlds, and remembers whether all powers were exact. */
function createWorldFinder(
  { design, matrices }: Trial,
  cellsAt: (draw: WorldDraw) => WorldCells,
  onPiece: OnPiece,
) {
  let hasPower = true;
  let worlds = 0;
  const at = (draw: WorldDraw): WorldValues => {
    onPiece(++worlds);
    const { cells, rates, hasPower: isExact } = cellsAt(draw);
    hasPower &&= isExact;
    const sized = cells.map((arm, position): ArmCells => ({ ...arm, size: design.sizes[position] }));
    return { power: isExact ? exactDesign(design, matrices, sized)!.joint : 0, rates };
  };
  return { at, hasPower: () => hasPower };
}

import { crossingAlphaBetaGy, type DoseSums, doseSums, eqd2 } from '../radiobiology/linear-quadratic.ts';
import { statedSchedules } from './planned-arms.ts';
import type { Scenario } from './scenario-schema.ts';

/** α/β in Gy that tissues and tumours have, from the lowest to the highest. */
const PLAUSIBLE_GY = [1, 20] as const;

/** α/β in Gy at which one schedule does not have more effect than another; undefined where it always has. */
function notAbove(lower: DoseSums, higher: DoseSums): string | undefined {
  const isAbove = (alphaBetaGy: number): boolean => eqd2(higher, alphaBetaGy) > eqd2(lower, alphaBetaGy);
  const [least, most] = PLAUSIBLE_GY;
  const [atLeast, atMost] = [isAbove(least), isAbove(most)];
  if (atLeast && atMost) return undefined;
  if (!atLeast && !atMost) return 'at any α/β';
  const crossing = Number(crossingAlphaBetaGy(lower, higher)!.toPrecision(3));
  return atLeast ? `where α/β is ${crossing} Gy or more` : `where α/β is ${crossing} Gy or less`;
}

/** Neighbours on a ladder whose effect does not rise at every plausible α/β: not wrong, but said. */
export function unorderedLevels({ arms, design }: Scenario): string[] {
  if (!design.escalation) return [];
  const levels = Object.entries(arms).flatMap(([name, arm]) => {
    const [stated] = statedSchedules(arm);
    return stated ? [{ name, sums: doseSums(stated.schedule) }] : [];
  });
  return levels.slice(1).flatMap(({ name, sums }, i) => {
    const below = levels[i];
    const where = notAbove(below.sums, sums);
    return where === undefined
      ? []
      : [
          `the ladder is not ordered in effect at every α/β from ${PLAUSIBLE_GY[0]} to ${PLAUSIBLE_GY[1]} Gy: ${name} has no more effect than ${below.name} ${where}`,
        ];
  });
}

import { type Claim, isTimeClaim } from '../trial/claims/definition.ts';
import { claims } from '../trial/claims/index.ts';
import { armSizes, followUpOf, statedClaims } from '../trial/design.ts';
import {
  countsAtLooks,
  createSequentialDesign,
  plannedEvents,
  sequentialLevel,
} from '../trial/sequential-design.ts';
import { timeTests } from '../trial/time-tests/index.ts';
import type { CrossProblem } from './cross-problem.ts';
import type { Scenario } from './scenario-schema.ts';

const KEYS = ['design', 'groupSequential'];

/** Problems of the looks of a two-arm design. */
export function checkSequential({ design, arms }: Scenario): CrossProblem[] {
  const { groupSequential: block } = design;
  if (!block) return [];
  const [stated] = statedClaims(design);
  const count = Object.keys(arms).length;
  if (count !== 2)
    return [
      {
        keys: KEYS,
        message: `groupSequential needs two arms; there ${count === 1 ? 'is 1' : `are ${count}`}`,
      },
    ];
  const claim = claims[stated.name].create(stated.parameters);
  const isWhole = isTimeClaim(claim) || (!claim.passesByStratum && !claim.stratum);
  if (sequentialLevel(claim) === undefined || !isWhole)
    return [
      {
        keys: KEYS,
        message: `looks need a claim on all patients with a level to spend, which ${stated.name} here is not`,
      },
    ];
  if (isTimeClaim(claim) && timeTests[claim.test].looksAt === 'time') {
    const message = `looks at failures need a test of all follow-up, which ${claim.test} is not: a look before its time says little of it`;
    return [{ keys: KEYS, message }];
  }
  const sizes = armSizes(design, count);
  const total = sizes.reduce((a, b) => a + b, 0);
  const followUp = design.followUp && followUpOf(design.followUp);
  const most = isTimeClaim(claim) ? plannedEvents(block, followUp) : total;
  if (most === undefined)
    return [
      {
        keys: KEYS,
        message: 'missing plannedEvents: looks come at fractions of the failures planned at the last one',
      },
    ];
  if (!isTimeClaim(claim) && block.plannedEvents !== undefined)
    return [
      {
        keys: [...KEYS, 'plannedEvents'],
        message: 'plannedEvents does nothing: counts decide, looks come at fractions of the patients',
      },
    ];
  if (isTimeClaim(claim) && block.plannedEvents !== undefined && followUp?.events !== undefined)
    return [
      {
        keys: [...KEYS, 'plannedEvents'],
        message: `plannedEvents does nothing: follow-up waits for ${followUp.events} failures, which are those planned`,
      },
    ];
  const problems = lookProblems(block.informationFractions, most, claim);
  if (problems.length > 0) return problems;
  try {
    createSequentialDesign(block, claim, sizes, followUp);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ keys: [...KEYS, ...keysOf(error.message)], message: error.message }];
  }
  return [];
}

/** The key that a bound which cannot be placed belongs to. */
function keysOf(message: string): string[] {
  if (message.startsWith('invalid futility bound')) return ['futility'];
  return message.startsWith('invalid power') ? ['plannedPower'] : [];
}

/** Looks that hold nothing, or no more than the one before. */
function lookProblems(fractions: readonly number[], most: number, claim: Claim): CrossProblem[] {
  const what = isTimeClaim(claim) ? 'failures' : 'patients';
  const counts = countsAtLooks(fractions, most);
  return counts.flatMap((count, look): CrossProblem[] => {
    const keys = [...KEYS, 'informationFractions', look];
    if (count === 0)
      return [{ keys, message: `look ${look + 1} would hold no ${what}: ${fractions[look]} of ${most}` }];
    if (look > 0 && count === counts[look - 1])
      return [{ keys, message: `looks ${look} and ${look + 1} would hold the same ${count} ${what}` }];
    return [];
  });
}

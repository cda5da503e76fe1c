import { claims } from './claims/index.ts';

/** A design block as far as times of failure go. */
interface TimedDesign {
  readonly accrual?: object | undefined;
  readonly followUp?: object | undefined;
  readonly lostToFollowUp?: object | undefined;
  readonly groupSequential?: object | undefined;
  readonly analysisSet: string;
  readonly interim?: unknown;
  readonly coPrimary?: unknown;
  readonly hierarchical?: unknown;
  readonly [key: string]: unknown;
}

interface Problem {
  readonly message: string;
  readonly path: PropertyKey[];
}

const timeKeys = Object.entries(claims)
  .filter(([, { decidedByTimes }]) => decidedByTimes)
  .map(([name]) => name);

/** The claims on times that a design block makes, by their paths. */
function timePaths(design: TimedDesign): PropertyKey[][] {
  const lists = (['coPrimary', 'hierarchical'] as const).flatMap((key) =>
    ((design[key] as Record<string, unknown>[] | undefined) ?? []).map(
      (block, i) => [block, [key, i]] as const,
    ),
  );
  return [[design, []] as const, ...lists].flatMap(([block, path]) =>
    timeKeys.filter((key) => block[key] !== undefined).map((key) => [...path, key]),
  );
}

/** What is wrong between claims on times, how patients come, and how long they are followed. */
export function timeProblems(design: TimedDesign): Problem[] {
  const paths = timePaths(design);
  const isTimed = paths.length > 0;
  const idle = (['followUp', 'lostToFollowUp'] as const)
    .filter((key) => !isTimed && design[key] !== undefined)
    .map((key) => ({ message: `${key} does nothing: no claim is on times of failure`, path: [key] }));
  if (!isTimed) return [...idle, ...sequentialProblems(design)];
  const missing = (['accrual', 'followUp'] as const)
    .filter((key) => design[key] === undefined)
    .map((key) => ({
      message: `missing ${key}: times of failure are seen between enrolment and analysis`,
      path: [],
    }));
  const asFailures =
    design.analysisSet === 'intentionToTreat'
      ? [
          {
            message: 'times know no failure of an unevaluable patient (needs perProtocol, or lostToFollowUp)',
            path: ['analysisSet'],
          },
        ]
      : [];
  return [...missing, ...asFailures, ...sequentialProblems(design)];
}

/** Looks of two arms are at one claim. */
function sequentialProblems({ groupSequential, interim, coPrimary, hierarchical }: TimedDesign): Problem[] {
  if (!groupSequential) return [];
  const path = ['groupSequential'];
  if (interim) return [{ message: 'groupSequential and interim are not for the same trial', path }];
  return coPrimary || hierarchical ? [{ message: 'groupSequential needs a single claim', path }] : [];
}

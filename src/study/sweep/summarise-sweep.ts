import type { Assumption, RunResult } from '../../engine/result.ts';
import { uncertainPaths } from '../../scenario/truth-specs.ts';
import type { DoneCell, SweepPlan } from './sweep-plan.ts';
import type { SweepResult } from './sweep-result.ts';
import type { Tipping } from './tipping-points.ts';

/** What the cells of a sweep gave. */
export interface SweptAnswers {
  readonly done: readonly DoneCell[];
  /** By cell. */
  readonly warnings: readonly (readonly string[])[];
  readonly tipping: Tipping;
}

/** The answer of a sweep. */
export function summariseSweep(
  { grid, tips }: SweepPlan,
  first: RunResult,
  { done, warnings, tipping }: SweptAnswers,
): SweepResult {
  const { isoeffect, scenario, seed, replicates, worlds, arms, claims } = first;
  return {
    isoeffect,
    scenario,
    seed,
    replicates,
    worlds,
    truths: first.truths.map(({ name }) => name),
    paths: grid.paths,
    tips,
    arms,
    claims: claims.map(({ endpoint, arm, sentence, test, limit }) => ({
      endpoint,
      ...(arm !== undefined && { arm }),
      sentence,
      test,
      limit,
    })),
    answers: tipping.answers,
    tippingPoints: tipping.points,
    cells: done.map(({ summary }) => summary),
    rows: done.flatMap(({ rows }) => rows),
    assumptions: withVaried(first.assumptions, done),
    warnings: warningsOf(
      grid.paths.map(({ path }) => path),
      warnings,
      first,
    ),
  };
}

/** A block that the options of the sweep emptied. */
const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** Values of varied paths are no longer one: the list says which they take. */
function withVaried(assumptions: readonly Assumption[], done: readonly DoneCell[]): Assumption[] {
  const paths = Object.keys(done[0].summary.values);
  const within =
    (about: string) =>
    (path: string): boolean =>
      about === path || about.startsWith(`${path}.`);
  const kept = assumptions.filter(({ about, value }) => !paths.some(within(about)) && !isEmpty(value));
  const varied = paths.map((path): Assumption => {
    const texts = [...new Set(done.map(({ summary }) => summary.values[path] || 'as stated'))];
    const shown = texts.length > 8 ? [...texts.slice(0, 6), '…', texts.at(-1)!] : texts;
    return { about: path, basis: 'assumed', note: `varied in this sweep: ${shown.join('; ')}` };
  });
  return [...varied, ...kept];
}

/** Each warning once, with the number of cells that give it where these are not all. */
function sharedWarnings(warnings: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const warning of warnings.flatMap((own) => [...new Set(own)]))
    counts.set(warning, (counts.get(warning) ?? 0) + 1);
  const all = warnings.length;
  return [...counts].map(([warning, count]) =>
    count === all ? warning : `${warning} (in ${count} of ${all} cells)`,
  );
}

function warningsOf(
  paths: readonly string[],
  warnings: readonly (readonly string[])[],
  { scenario }: RunResult,
): string[] {
  const uncertain = uncertainPaths(scenario.resolved);
  const drawn = paths.filter((path) => uncertain.includes(path));
  const moved = uncertain.filter((path) => paths.some((varied) => varied.startsWith(`uncertainty.${path}.`)));
  // A varied value, or law, is off the other in most cells
  const isOff = (warning: string): boolean =>
    [...drawn, ...moved].some((path) => warning.startsWith(`${path} is `));
  return [
    ...sharedWarnings(warnings.map((own) => own.filter((warning) => !isOff(warning)))),
    ...drawn.map((path) => `assurance stays where ${path} varies: its law in uncertainty does not`),
    ...(paths.includes('seed') ? ['cells with different seeds share no random numbers'] : []),
  ];
}

import { valueAt } from './path.ts';
import type { Scenario } from './scenario-schema.ts';
import { jointPaths } from './truth-specs.ts';

/** Share of draws outside a law's limits from which it is worth saying. */
const WORTH_SAYING = 0.01;

/** Where joint draws of a law's parameter lie outside the limits of that law: its patients then pile up at a limit. */
export function limitedDraws(scenario: Scenario): string[] {
  return jointPaths(scenario).flatMap(({ paths, columns }) =>
    paths.flatMap((path, i) => {
      const law = path.split('.').slice(0, -2).join('.');
      const within = law === '' ? undefined : valueAt({ truth: scenario.truth }, `${law}.within`);
      if (!path.endsWith('.median') || !Array.isArray(within)) return [];
      const [low, high] = within as [number, number];
      const outside = columns[i].filter((value) => value < low || value > high).length;
      return outside / columns[i].length < WORTH_SAYING
        ? []
        : [
            `${outside} of ${columns[i].length} draws of ${path} lie outside its limits [${low}, ${high}], where they were fitted without limits`,
          ];
    }),
  );
}

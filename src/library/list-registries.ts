import {
  EFFECTS,
  EVIDENCE,
  readWritten,
  SCENARIOS,
  type ShippedKind,
  shippedNames,
  shippedPath,
} from '../node/shipped-files.ts';

/** One thing that there is: a law, a model, a test, a calculator, a shipped scenario. */
export interface RegistryEntry {
  readonly name: string;
  /** A sentence, or a shipped file's title. */
  readonly summary: string;
  /** Where it comes from. */
  readonly reference?: string;
}

/**
 * What there is, by registry: distributions, models, endpoints, claims, rules, tests, calculators, shipped scenarios and
 * the others that `isoeffect list` prints.
 *
 * @example
 * ```ts
 * import { listRegistries } from 'isoeffect';
 *
 * const { calculators, scenarios } = await listRegistries();
 * console.log(calculators.some(({ name }) => name === 'simon')); // true
 * console.log(scenarios.some(({ name }) => name === 'scopes-ii')); // true
 * ```
 */
export async function listRegistries(): Promise<Readonly<Record<string, readonly RegistryEntry[]>>> {
  return Object.fromEntries(
    Object.entries(await registries()).map(([registry, entries]) => [
      registry,
      Object.entries(entries).map(([name, { summary, reference }]) => ({
        name,
        summary,
        ...(reference && { reference }),
      })),
    ]),
  );
}

interface Entry {
  readonly summary: string;
  readonly reference?: string;
}

/** Every registry by its name. */
async function registries(): Promise<Record<string, Record<string, Entry>>> {
  const [
    { distributions },
    { tumourControlModels },
    { complicationModels },
    { parameterisations },
    { endpoints },
    { claims },
    { aims },
    { doseFinding },
    { rules },
    { efficacyBounds },
    { futilityBounds },
    { tests },
    { timeTests },
    { followUps },
    { intervals },
    { differenceIntervals },
    { calculators },
    { charts },
    { estimateCharts },
    { aimCharts },
    { escalationCharts },
    { suites },
  ] = await Promise.all([
    import('../random/distributions/index.ts'),
    import('../radiobiology/tumour-control/index.ts'),
    import('../radiobiology/complications/index.ts'),
    import('../cohort/parameterisations/index.ts'),
    import('../outcomes/endpoints/index.ts'),
    import('../trial/claims/index.ts'),
    import('../trial/aims/index.ts'),
    import('../trial/dose-finding/index.ts'),
    import('../trial/rules/index.ts'),
    import('../trial/efficacy-bounds/index.ts'),
    import('../trial/futility-bounds/index.ts'),
    import('../trial/tests/index.ts'),
    import('../trial/time-tests/index.ts'),
    import('../trial/follow-up/index.ts'),
    import('../trial/intervals/index.ts'),
    import('../trial/difference-intervals/index.ts'),
    import('../trial/calculators/index.ts'),
    import('../report/charts/index.ts'),
    import('../report/estimate-charts/index.ts'),
    import('../report/aim-charts/index.ts'),
    import('../report/escalation-charts/index.ts'),
    import('../verify/suites/index.ts'),
  ]);
  return {
    distributions,
    'tumour-control-models': tumourControlModels,
    'complication-models': complicationModels,
    parameterisations,
    endpoints,
    claims,
    aims,
    'dose-finding': doseFinding,
    rules,
    'efficacy-bounds': efficacyBounds,
    'futility-bounds': futilityBounds,
    tests,
    'time-tests': timeTests,
    'follow-ups': followUps,
    intervals,
    'difference-intervals': differenceIntervals,
    calculators,
    charts,
    'estimate-charts': estimateCharts,
    'aim-charts': aimCharts,
    'escalation-charts': escalationCharts,
    suites,
    ...shippedFiles(),
  };
}

/** Shipped files by kind, each with its title. */
function shippedFiles(): Record<string, Record<string, Entry>> {
  const shipped = (kind: ShippedKind): Record<string, Entry> =>
    Object.fromEntries(
      shippedNames(kind).map((name) => {
        const title = kind.ending === 'csv' ? /^# *(.*)$/m : /^title: *"?(.*?)"?$/m;
        return [name, { summary: title.exec(readWritten(shippedPath(name, kind)))?.[1] ?? '' }];
      }),
    );
  return { scenarios: shipped(SCENARIOS), effects: shipped(EFFECTS), evidence: shipped(EVIDENCE) };
}

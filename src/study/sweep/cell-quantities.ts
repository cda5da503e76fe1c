import type { ComparisonsResult } from '../../engine/comparisons-result.ts';
import type { OperatingCharacteristics, TruthResult } from '../../engine/result.ts';
import { summariseArms } from '../../engine/summarise-arms.ts';
import type { Estimate } from '../../numeric/monte-carlo.ts';
import type { EndpointName } from '../../outcomes/endpoints/definition.ts';
import type { Trial } from '../../scenario/trial.ts';
import { isTimeClaim } from '../../trial/claims/definition.ts';
import type { Design } from '../../trial/design.ts';
import { verdicts } from '../../trial/rules/definition.ts';
import type { CellQuantity, QuantityName } from './cell-quantity.ts';
import type { CellRun } from './cell-run.ts';
import { type ReplicateRows, replicateRows } from './replicate-rows.ts';
import { difference, meanError, ratioInfluence, type Series } from './series.ts';
import { worldQuantities } from './world-quantities.ts';

/** What a quantity is without the truth that all of a list have. */
type Found = Omit<CellQuantity, 'truth'>;

const found = (quantity: QuantityName, of: string, value: Estimate, series?: Series): Found => ({
  quantity,
  of,
  value,
  series,
});

/** A number without chance. */
const certain = (value: number): Estimate => ({ estimate: value, mcse: 0, exact: value });

/** Everything that a sweep tells of a cell, truth by truth. */
export function cellQuantities(run: CellRun): CellQuantity[] {
  const { trial, result, sorted } = run;
  const ofTruths = result.truths.flatMap((truth, index) => {
    const endpoints = trial.truth(index).truth.endpoints.map(({ definition }) => definition.name);
    const rows = replicateRows(sorted.replicates[index], trial.design, endpoints.length);
    return [
      ...doses(trial, index),
      ...rates(truth, endpoints, rows),
      ...success(trial, truth.operatingCharacteristics, rows),
      ...course(truth.operatingCharacteristics, rows),
      ...failures(trial, truth, rows),
    ].map((quantity): CellQuantity => ({ truth: truth.name, ...quantity }));
  });
  return [...ofTruths, ...worldQuantities(run)];
}

function doses(trial: Trial, truth: number): Found[] {
  return summariseArms(trial, truth).flatMap(({ name, eqd2Gy, bedGy }) =>
    eqd2Gy === null || bedGy === null
      ? []
      : [found('eqd2Gy', name, certain(eqd2Gy)), found('bedGy', name, certain(bedGy))],
  );
}

/** Rates by arm and endpoint, and what the experimental arm's are above the control's. */
function rates({ arms }: TruthResult, endpoints: readonly EndpointName[], rows: ReplicateRows): Found[] {
  return endpoints.flatMap((endpoint, e) => {
    const own = arms.map(({ name, endpoints }, a) =>
      found(
        'rate',
        `${name} ${endpoint}`,
        endpoints[endpoint]!.rate,
        ratioInfluence(rows.events(a, e), rows.patients(a)),
      ),
    );
    const [control, ...others] = own;
    const differences = others.map((other) => {
      const series = difference(other.series!, control.series!);
      const value = rateDifference(control.value, other.value, meanError(series));
      return found('rateDifference', others.length > 1 ? other.of : endpoint, value, series);
    });
    return [...own, ...differences];
  });
}

function rateDifference(control: Estimate, experimental: Estimate, error: number): Estimate {
  const isKnown = control.exact !== undefined && experimental.exact !== undefined;
  return {
    estimate: experimental.estimate - control.estimate,
    // Without spread between replicates, that of the two rates
    mcse: error > 0 ? error : Math.sqrt(control.mcse * control.mcse + experimental.mcse * experimental.mcse),
    ...(isKnown && { exact: experimental.exact! - control.exact! }),
  };
}

function success(
  { design, arms }: Trial,
  { power, typeIError, byEndpoint, comparisons }: OperatingCharacteristics,
  rows: ReplicateRows,
): Found[] {
  const names = design.claims.map(({ endpoint, arm }) => (comparisons ? arms[arm!].name : endpoint.name));
  const own = design.claims.map(({ endpoint }, k) =>
    comparisons ? comparisons.byArm[names[k]] : byEndpoint[endpoint.name]!,
  );
  // The whole design's is that of one claim
  const largest = Math.max(
    0,
    own.findIndex((of) => of.typeIError === typeIError),
  );
  return [
    found('power', '', power, rows.success),
    found('typeIError', '', typeIError, rows.passesAtMargin(largest)),
    ...names.flatMap((name, k) => [
      found('power', name, own[k].power, rows.passes(k)),
      found('typeIError', name, own[k].typeIError, rows.passesAtMargin(k)),
    ]),
    ...(comparisons ? together(design, comparisons, rows) : []),
  ];
}

/** What comparisons with one control do besides, and how often arms are dropped. */
function together(
  { isHierarchical, claims }: Design,
  { familywiseError, looks }: ComparisonsResult,
  rows: ReplicateRows,
): Found[] {
  // In order the first lets the others be tested
  const series = isHierarchical ? rows.passesAtMargin(0) : rows.anyPassesAtMargin;
  const dropped = Object.entries(looks?.byArm ?? {});
  return [
    found('familywiseError', '', familywiseError, series),
    ...claims.flatMap((_, k) =>
      dropped[k] ? [found('dropped', dropped[k][0], dropped[k][1].droppedInAll, rows.dropped(k))] : [],
    ),
  ];
}

/** Patients and months until the decision, and why trials stop; without looks and accrual there is only the planned number. */
function course(
  { expectedSampleSize, expectedMonths, stopping }: OperatingCharacteristics,
  { course: rows }: ReplicateRows,
): Found[] {
  return [
    found('expectedSampleSize', '', expectedSampleSize, rows?.enrolled),
    ...(expectedMonths ? [found('expectedMonths', '', expectedMonths, rows?.months)] : []),
    ...(stopping
      ? [
          found('stopped', '', stopping.probability, rows?.stopped()),
          ...verdicts.map((verdict) =>
            found('stopped', verdict, stopping.byVerdict[verdict], rows?.stopped(verdict)),
          ),
        ]
      : []),
  ];
}

function failures({ design, arms }: Trial, { times, timesByArm }: TruthResult, rows: ReplicateRows): Found[] {
  if (!times) return [];
  if (timesByArm)
    return design.claims.map(({ arm }, k) =>
      found('failures', arms[arm!].name, timesByArm[arms[arm!].name].failures, rows.failures(k)),
    );
  const series = rows.failures(design.claims.findIndex(isTimeClaim));
  return [found('failures', times.endpoint, times.failures, series)];
}

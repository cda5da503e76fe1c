import { isOfHazards } from '../engine/approximate-times.ts';
import type { RunResult, TimesOfClaim, TimesResult, TruthResult } from '../engine/result.ts';
import type { Estimate } from '../numeric/monte-carlo.ts';
import { percentWords } from '../trial/percent-words.ts';
import type { Verdict } from '../trial/rules/definition.ts';
import { timeTests } from '../trial/time-tests/index.ts';
import { effectNoun, isRatioScale, showEffect, showMeanEffect } from './effect-scale.ts';
import { failuresNamed, timeClaimOf } from './failure-words.ts';
import { liveDesign } from './live-design.ts';
import { exactly, meanWithError, percent, withError } from './numbers.ts';
import { heldLooks, lookUnit, plannedLooks } from './sequential-looks.ts';

/** A table of plain text, for a page or a terminal; its first column holds names. */
export interface TextTable {
  readonly name: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const NONE = '–';

/** A table without the columns in which no row has anything. */
function withoutEmpty({ columns, rows, ...rest }: TextTable): TextTable {
  const isKept = (_: string, column: number): boolean =>
    column === 0 || rows.some((row) => row[column] !== NONE);
  return { ...rest, columns: columns.filter(isKept), rows: rows.map((row) => row.filter(isKept)) };
}

/** What is said of normal approximation: that it is none of exactness, or why there is none. */
function approximationNote(result: RunResult): string {
  const without = timed(result).filter(({ times }) => !times.approximation);
  const names = without.map(({ name }) => name).join(', ');
  const looks = plannedLooks(result).length > 1 ? ', without early stopping' : '';
  const basis = ` Beside power and failures stands the normal approximation, which is not exact: its failures are those expected by the last analysis${looks}, in that month from opening.`;
  if (without.length === 0) return basis;
  if (without.length < timed(result).length) return `${basis} Under ${names} there is none.`;
  const claim = timeClaimOf(result)!;
  return isOfHazards(claim)
    ? ` Of power and failures under ${names} there is no normal approximation.`
    : ` Of this test (${timeTests[claim.test].label}) there is no normal approximation.`;
}

/** What analyses of times found under a truth, of one comparison where there are several. */
interface Timed {
  /** The truth, and the arm where several are compared. */
  readonly name: string;
  readonly power: Estimate;
  readonly times: TimesOfClaim;
}

function timedIn({ name, times, timesByArm, operatingCharacteristics }: TruthResult): Timed[] {
  if (!times) return [];
  const { byEndpoint, comparisons } = operatingCharacteristics;
  if (!timesByArm) return [{ name, power: byEndpoint[times.endpoint]!.power, times }];
  return Object.entries(timesByArm).map(
    ([arm, own]): Timed => ({ name: `${name}, ${arm}`, power: comparisons!.byArm[arm].power, times: own }),
  );
}

/** Truths, and arms where several are compared, with what analyses of times found. */
const timed = ({ truths }: RunResult): Timed[] => truths.flatMap(timedIn);

/** Power and failures beside what normal approximation says of them. */
function failuresTable(result: RunResult): TextTable {
  const rows = timed(result).map(({ name, power, times }) => {
    const { approximation: rough, failures } = times;
    return [
      name,
      withError(power),
      rough ? `${percent(rough.power)} %` : NONE,
      meanWithError(failures),
      rough ? rough.failures.toFixed(1) : NONE,
      rough ? rough.months.toFixed(1) : NONE,
    ];
  });
  const months = plannedLooks(result).length > 1 ? 'months, no early stop' : 'months';
  return {
    name: 'Power and failures',
    note: `Failures of ${result.arms.length > 2 ? 'an arm and the control' : 'both arms'} at the analysis that decides, on average.${approximationNote(result)}`,
    columns: ['Truth', 'power, simulated', 'approximation', 'failures, mean', 'approximation', months],
    rows,
  };
}

/** What trials estimate beside the truth. */
function estimatesTable(result: RunResult): TextTable {
  const claim = timeClaimOf(result)!;
  const { scale } = claim.times;
  const rows = timed(result).map(({ name, times: { effect, estimate } }) => [
    name,
    estimate.mean ? showMeanEffect(scale, estimate.mean) : NONE,
    effect === null ? NONE : showEffect(scale, effect),
    estimate.coverage ? withError(estimate.coverage) : NONE,
    withError(estimate.missing),
  ]);
  const kind = isRatioScale(scale) ? 'Geometric mean' : 'Mean';
  return {
    name: 'Estimates',
    note: `${kind} of the ${effectNoun(scale)} as estimated where the trial ends, beside the truth by the rates at the time of the claim, and how often the naive two-sided ${percentWords(1 - 2 * claim.oneSidedAlpha)} interval holds it. Trials without an estimate are left out.`,
    columns: ['Truth', 'mean estimate', 'truth', 'coverage', 'no estimate'],
    rows,
  };
}

/** What the margin is at the control rate of each truth. */
function marginTable(result: RunResult): TextTable | undefined {
  const claim = timeClaimOf(result)!;
  const { margins, plannedControlRate } = claim.times;
  if (!margins) return undefined;
  const leads = (scale: 'hazardRatio' | 'difference'): string => (margins.leads === scale ? ', leads' : '');
  const row = (name: string, rate: number, here: TimesResult['marginHere']): string[] => [
    name,
    `${percent(rate)} %`,
    here ? here.hazardRatio.toFixed(2) : NONE,
    here ? `${percent(here.difference)} points` : NONE,
  ];
  return {
    name: 'Margin',
    note: `The margin that leads decides; the other scale is what it means at a control arm’s rate of freedom from ${failuresNamed(claim)}, hazards being proportional.`,
    columns: ['Truth', 'control', `hazard ratio${leads('hazardRatio')}`, `difference${leads('difference')}`],
    rows: [
      row('planned margin', plannedControlRate!, margins),
      // The margin is the same for all arms of a truth
      ...result.truths.flatMap(({ name, times }) =>
        times ? [row(name, times.controlRates[0], times.marginHere)] : [],
      ),
    ],
  };
}

/** What claims on times bring to a result, table by table; none without one. */
export function timesTables(result: RunResult): TextTable[] {
  if (timed(result).length === 0) return [];
  const margin = marginTable(result);
  return [failuresTable(result), ...(margin ? [margin] : []), estimatesTable(result)].map(withoutEmpty);
}

/** The bounds of the looks of two arms. */
function boundsTable(result: RunResult): TextTable {
  const sequential = liveDesign(result).sequential!;
  const unit = lookUnit(sequential);
  const score = (z: number | undefined): string => (z === undefined ? NONE : z.toFixed(2).replace('-', '−'));
  const binds = sequential.plan.spec.isBinding
    ? 'The level counts on futility bounds being followed'
    : 'The level holds whether or not futility bounds are followed';
  const futility = sequential.futilityLabel
    ? `futility bounds: ${sequential.futilityLabel}. ${binds}; simulated trials follow them.`
    : 'there are no futility bounds.';
  return {
    name: 'Bounds',
    note: `Efficacy bounds: ${sequential.efficacyLabel}; ${futility}`,
    columns: ['Look', 'information', unit, 'efficacy z', 'futility z', 'nominal p, one-sided'],
    rows: plannedLooks(result).map(
      ({ number, isLast, fraction, count, efficacy, futility: z, nominalAlpha }) => [
        isLast ? 'last' : String(number),
        `${Number((100 * fraction).toFixed(1))} %`,
        String(count),
        score(efficacy),
        score(z),
        nominalAlpha.toFixed(5),
      ],
    ),
  };
}

/** How often each interim look of two arms stops the trial, and when it comes. */
function stopsTable(result: RunResult): TextTable {
  const sequential = liveDesign(result).sequential!;
  const unit = lookUnit(sequential);
  const kinds: Verdict[] = sequential.futilityLabel ? ['efficacy', 'futility'] : ['efficacy'];
  const rows = result.truths.flatMap((truth) =>
    heldLooks(truth).map(({ patients, events, byVerdict, months }, k) => [
      truth.name,
      `${k + 1} (${patients ?? events})`,
      ...kinds.flatMap((kind) => [withError(byVerdict![kind]), exactly(byVerdict![kind])]),
      months ? meanWithError(months) : NONE,
    ]),
  );
  return {
    name: 'Stops at the looks',
    note: `Share of all trials that each interim look stops ${kinds.map((kind) => `for ${kind}`).join(' and ')}; in brackets the ${unit} of the look, and at the end its mean month from opening over the trials that hold it.`,
    columns: ['Truth', 'look', ...kinds.flatMap((kind) => [kind, 'exact']), 'months'],
    rows,
  };
}

/** Looks of two arms, planned and held; none without interim looks. */
export function sequentialTables(result: RunResult): TextTable[] {
  return plannedLooks(result).length > 1 ? [boundsTable(result), stopsTable(result)].map(withoutEmpty) : [];
}

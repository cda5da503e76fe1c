import type { EscalationResult, EscalationTruthResult, PlanResult } from '../engine/escalation-result.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { CaptionedTable } from './captioned-table.ts';
import { monthsWords, planLabel, windowsOf } from './escalation-words.ts';
import { known, knownMean, meanWithError, percent, withError } from './numbers.ts';

const share = (rate: number): string => `${percent(rate)} %`;

/** What is true of the levels under one truth. */
export function levelsTable(
  { arms, escalation }: EscalationResult,
  truth: EscalationTruthResult,
): CaptionedTable {
  const windows = windowsOf(truth);
  const others = (Object.keys(truth.arms[0].endpoints) as EndpointName[]).filter(
    (name) => !escalation.toxicity.includes(name),
  );
  const within = (window: number, level: number): string =>
    share(truth.plans.find(({ windowMonths }) => windowMonths === window)!.withinWindow[level]);
  return {
    caption: `Rates of toxicity, ${truth.name}${truth.isExact ? ', exact' : ', from a reference sample'}: within a window, and by the horizon`,
    headings: [
      'Level',
      'schedule',
      ...windows.map((window) => `${monthsWords(window)}`),
      `by ${monthsWords(escalation.horizonMonths)}`,
      'acceptable',
      ...others.map((name) => endpoints[name].label),
    ],
    rows: arms.map(({ name, schedule }, level) => [
      name,
      schedule ?? '–',
      ...windows.map((window) => within(window, level)),
      share(truth.byHorizon[level]),
      truth.byHorizon[level] <= escalation.acceptableRate ? 'yes' : 'no',
      ...others.map((endpoint) => known(truth.arms[level].endpoints[endpoint]!.rate)),
    ]),
  };
}

/** What each plan recommends under one truth. */
export function recommendedTable({ arms }: EscalationResult, truth: EscalationTruthResult): CaptionedTable {
  return {
    caption: `What is recommended, ${truth.name}: share of trials`,
    headings: ['Method, window', ...arms.map(({ name }) => name), 'none', 'right', 'not acceptable'],
    rows: truth.plans.map((plan) => [
      planLabel(plan),
      ...plan.recommended.map(known),
      known(plan.none),
      known(plan.right),
      known(plan.tooToxic),
    ]),
  };
}

/** Who is treated where under one truth, and what it does to them. */
export function patientsTable(
  { arms, escalation }: EscalationResult,
  truth: EscalationTruthResult,
): CaptionedTable {
  return {
    caption: `Patients and toxicities, ${truth.name}: means over trials, without an expansion`,
    headings: [
      'Method, window',
      ...arms.map(({ name }) => name),
      'in all',
      'toxicities seen',
      `by ${monthsWords(escalation.horizonMonths)}`,
      'any',
    ],
    rows: truth.plans.map((plan) => [
      planLabel(plan),
      ...plan.patients.map(knownMean),
      knownMean(plan.totalPatients),
      knownMean(plan.toxicities),
      knownMean(plan.harmed),
      known(plan.anyHarmed),
    ]),
  };
}

/** Overdosing, stops and time under one truth. */
export function courseTable({ escalation }: EscalationResult, truth: EscalationTruthResult): CaptionedTable {
  const hasSafety = escalation.safety !== null;
  return {
    caption: `Overdosing and time, ${truth.name}: patients at levels that are not acceptable; months to the last decision`,
    headings: [
      'Method, window',
      'share above',
      'over 60 % above',
      ...(hasSafety ? ['stopped for safety'] : []),
      'mean months',
      'median',
      '9 in 10 within',
    ],
    rows: truth.plans.map((plan) => [
      planLabel(plan),
      known(plan.shareAbove),
      known(plan.mostlyAbove),
      ...(hasSafety ? [withError(plan.stoppedForSafety)] : []),
      meanWithError(plan.months.mean),
      meanWithError(plan.months.median),
      meanWithError(plan.months.upperDecile),
    ]),
  };
}

/** What the second phase does under one truth; undefined without one. */
export function expansionTable(truth: EscalationTruthResult): CaptionedTable | undefined {
  const expanded = truth.plans.filter(
    (plan): plan is PlanResult & Required<Pick<PlanResult, 'expansion'>> => plan.expansion !== undefined,
  );
  if (expanded.length === 0) return undefined;
  return {
    caption: `The expansion, ${truth.name}: how often its claim passes, and its patients`,
    headings: ['Method, window', 'claim passes', 'at a level not acceptable', 'patients', 'harmed'],
    rows: expanded.map((plan) => [
      planLabel(plan),
      known(plan.expansion.passes),
      known(plan.expansion.passesTooToxic),
      meanWithError(plan.expansion.patients),
      meanWithError(plan.expansion.harmed),
    ]),
  };
}

/** Every table of a truth. */
export function truthEscalationTables(
  result: EscalationResult,
  truth: EscalationTruthResult,
): CaptionedTable[] {
  const expansion = expansionTable(truth);
  return [
    levelsTable(result, truth),
    recommendedTable(result, truth),
    patientsTable(result, truth),
    courseTable(result, truth),
    ...(expansion ? [expansion] : []),
  ];
}

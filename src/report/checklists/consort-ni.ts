import type { RunResult } from '../../engine/result.ts';
import { endpoints } from '../../outcomes/endpoints/index.ts';
import type { Path } from '../../scenario/path.ts';
import { type Claim, isTimeClaim } from '../../trial/claims/definition.ts';
import { statedClaims } from '../../trial/design.ts';
import { hazardRatioOfDifference } from '../../trial/time-margin.ts';
import { intervalSentences } from '../checked-design.ts';
import {
  allTogether,
  claimPaths,
  claimsOf,
  firstWithout,
  noteOn,
  statedPercent,
  together,
  unlessClaims,
  unlessLooks,
} from '../checked-words.ts';
import { liveDesign } from '../live-design.ts';
import { best, exactly, points, withError } from '../numbers.ts';
import type { CheckedResult, Checklist } from './definition.ts';

const NON_INFERIORITY = /non-?inferior/i;

const isNonInferiority = ({ name }: { readonly name: string }): boolean => NON_INFERIORITY.test(name);

/** Paths of the claims of non-inferiority. */
function paths(result: CheckedResult): string[] {
  const all = claimPaths(result);
  return statedClaims(result.scenario.resolved.design).flatMap((claim, i) =>
    isNonInferiority(claim) ? [all[i]] : [],
  );
}

/** A margin on the difference as a ratio: of hazards of failure, or of the risks of a complication. */
function otherScale(eventIsGood: boolean, controlRate: number, margin: number): string | undefined {
  const planned = `at the planned control rate of ${(100 * controlRate).toFixed(1)} %`;
  if (!eventIsGood)
    return controlRate > 0
      ? `a risk ratio of ${((controlRate + margin) / controlRate).toFixed(2)} ${planned}`
      : undefined;
  return controlRate > margin && controlRate < 1
    ? `a hazard ratio of ${hazardRatioOfDifference(controlRate, margin).toFixed(2)} ${planned}, hazards being proportional`
    : undefined;
}

/** The margin of one claim on both scales; undefined where the planned rate leaves one of them without meaning. */
function marginOf(claim: Claim, [control]: RunResult['truths'][number]['arms']): string | undefined {
  if (isTimeClaim(claim)) {
    const { hazardRatio, difference, leads } = claim.times.margins!;
    return `hazard ratio ${Number(hazardRatio.toPrecision(4))} and ${points(difference)}; the ${leads === 'hazardRatio' ? 'hazard ratio' : 'difference'} leads`;
  }
  const { name, eventIsGood, label } = claim.endpoint;
  const { rate } = control.endpoints[name]!;
  const ratio = otherScale(eventIsGood, best(rate), claim.limit);
  return (
    ratio &&
    `${label}: ${points(claim.limit)} on the difference of rates, which is ${ratio}; the difference leads`
  );
}

function margins(result: CheckedResult): string | undefined {
  const run = claimsOf(result);
  if (!run) return undefined;
  const stated = statedClaims(run.scenario.resolved.design);
  const live = liveDesign(run).claims;
  const claims = stated.flatMap((one, i) => (isNonInferiority(one) ? [live[i]] : []));
  return allTogether(claims.map((claim) => marginOf(claim, run.truths[0].arms)));
}

const marginNote = (result: CheckedResult, path: Path): string | undefined =>
  noteOn(result, `${path}.margin`, path);

function typeIErrors(result: CheckedResult): string | undefined {
  const byEndpoint = claimsOf(result)?.truths[0].operatingCharacteristics.byEndpoint ?? {};
  return together(
    Object.entries(byEndpoint).map(([endpoint, { typeIError, power }]) => {
      const exact = typeIError.exact === undefined ? '' : ` (exactly ${exactly(typeIError)})`;
      return `${endpoint}: power ${withError(power)}, at the margin ${withError(typeIError)}${exact}`;
    }),
  );
}

/** Events that come in between, and what becomes of them. */
function intercurrent(result: CheckedResult): string | undefined {
  const { truth, truths } = result.scenario.resolved;
  const run = claimsOf(result);
  const events = (run ? liveDesign(run).claims : []).flatMap((claim) =>
    isTimeClaim(claim) ? [...claim.events.countsAsFailure, ...claim.events.competing] : [],
  );
  const isModelled =
    truth.competing !== undefined || Object.values(truths).some((one) => 'truth.competing' in one);
  return together([
    events.length > 0 ? `the claim says what becomes of ${[...new Set(events)].join(' and ')}` : '',
    isModelled ? 'death and metastasis have hazards of their own' : '',
    isModelled && events.length === 0 ? 'local control is analysed as if nobody died first' : '',
  ]);
}

function analysisSets(result: CheckedResult): string | undefined {
  const { unevaluable, analysisSet } = result.scenario.resolved.design;
  if (unevaluable === 0) return noteOn(result, 'design.unevaluable');
  const treated = analysisSet === 'perProtocol' ? 'dropped (per protocol)' : 'failures (intention to treat)';
  return `${statedPercent(unevaluable)} unevaluable, ${treated}`;
}

export const consortNi: Checklist = {
  title: 'CONSORT for non-inferiority',
  reference: 'after Piaggio 2012, JAMA 308:2594; items in our words',
  exempt: (result) =>
    unlessClaims(result) ??
    (paths(result).length === 0 ? 'no claim of the design is one of non-inferiority' : undefined),
  items: [
    {
      item: 'Non-inferiority named in the title or the question',
      find: ({ scenario }) =>
        [scenario.title, scenario.question ?? ''].find((text) => NON_INFERIORITY.test(text)),
      hint: 'title: … non-inferiority …',
    },
    {
      item: 'Hypothesis with its margin',
      find: (result) =>
        together(
          (claimsOf(result)?.claims ?? [])
            .map(({ sentence }) => sentence)
            .filter((text) => NON_INFERIORITY.test(text)),
        ),
    },
    { item: 'Margin on both scales, and which leads', find: margins },
    {
      item: 'Source of, or reason for, the margin, as stated',
      find: (result) => allTogether(paths(result).map((path) => marginNote(result, path))),
      hint: (result) =>
        `provenance: { ${firstWithout(paths(result), (path) => marginNote(result, path))}.margin: { found: … } }`,
    },
    {
      item: 'Source of, or reason for, the claim as a whole, as stated',
      find: (result) => allTogether(paths(result).map((path) => noteOn(result, path))),
      hint: (result) =>
        `provenance: { ${firstWithout(paths(result), (path) => noteOn(result, path))}: { assumed: … } }`,
    },
    {
      item: 'Source of the reference arm, as stated: is it that of the trials that established it?',
      find: (result) => {
        const [control] = result.arms;
        return noteOn(result, `arms.${control.name}.schedule`, `arms.${control.name}`);
      },
      hint: ({ arms: [control] }) => `provenance: { arms.${control.name}: { found: … } }`,
    },
    { item: 'Size by the criterion of non-inferiority', find: typeIErrors },
    {
      item: 'Interim rules tied to the margin',
      find: ({ scenario }) => {
        const { groupSequential } = scenario.resolved.design;
        return (
          groupSequential &&
          `${groupSequential.informationFractions.length} looks test the claim at its margin`
        );
      },
      exempt: unlessLooks,
    },
    {
      item: 'Analysis set: intention to treat or per protocol',
      find: analysisSets,
      hint: 'design: { unevaluable: 0.05, analysisSet: … }',
    },
    {
      item: 'Level, and the interval that it stands for',
      find: (result) => together(intervalSentences(result)),
      hint: 'oneSidedAlpha: … in the claim',
    },
    {
      item: 'Direction: what is better',
      find: (result) =>
        together(
          (claimsOf(result)?.claims ?? []).map(
            ({ endpoint }) =>
              `more ${endpoints[endpoint].label} is ${endpoints[endpoint].eventIsGood ? 'better' : 'worse'}`,
          ),
        ),
    },
    {
      item: 'Events in between: death and metastasis',
      find: intercurrent,
      hint: 'truth: { competing: { deathPerYear: …, metastasisPerYear: … } }',
    },
  ],
};

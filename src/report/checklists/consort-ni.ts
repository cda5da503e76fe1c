import { endpoints } from '../../outcomes/endpoints/index.ts';
import { isTimeClaim } from '../../trial/claims/definition.ts';
import { statedClaims } from '../../trial/design.ts';
import { hazardRatioOfDifference } from '../../trial/time-margin.ts';
import { intervalSentences } from '../checked-design.ts';
import { claimPaths, claimsOf, noteOn, together, unlessClaims, unlessLooks } from '../checked-words.ts';
import { liveDesign } from '../live-design.ts';
import { exactly, points, withError } from '../numbers.ts';
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

/** A margin on the difference as a hazard ratio, where hazards mean something at these rates. */
function otherScale(controlRate: number, margin: number): string {
  if (!(controlRate > margin && controlRate < 1)) return '';
  return `, which is a hazard ratio of ${hazardRatioOfDifference(controlRate, margin).toFixed(2)} at the planned control rate of ${(100 * controlRate).toFixed(1)} %, hazards being proportional; the difference leads`;
}

function margins(result: CheckedResult): string | undefined {
  const run = claimsOf(result);
  if (!run) return undefined;
  const [{ arms }] = run.truths;
  const stated = liveDesign(run).claims.map((claim) => {
    if (isTimeClaim(claim)) {
      const scales = claim.times.margins;
      return scales
        ? `hazard ratio ${Number(scales.hazardRatio.toPrecision(4))} and ${points(scales.difference)}; the ${scales.leads === 'hazardRatio' ? 'hazard ratio' : 'difference'} leads`
        : '';
    }
    const rate = arms[0].endpoints[claim.endpoint.name]?.rate;
    const planned = rate?.exact ?? rate?.estimate;
    const { eventIsGood, label } = claim.endpoint;
    const ratio = planned !== undefined && eventIsGood ? otherScale(planned, claim.limit) : '';
    return claim.limit > 0 ? `${label}: ${points(claim.limit)} on the difference of rates${ratio}` : '';
  });
  return together(stated);
}

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
  ]);
}

function analysisSets(result: CheckedResult): string | undefined {
  const { unevaluable, analysisSet } = result.scenario.resolved.design;
  if (unevaluable === 0) return noteOn(result, 'design.unevaluable');
  const treated = analysisSet === 'perProtocol' ? 'dropped (per protocol)' : 'failures (intention to treat)';
  return `${100 * unevaluable} % unevaluable, ${treated}`;
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
      find: (result) => together(paths(result).map((path) => noteOn(result, `${path}.margin`, path))),
      hint: (result) => `provenance: { ${paths(result)[0]}.margin: { found: … } }`,
    },
    {
      item: 'Source of, or reason for, the claim as a whole, as stated',
      find: (result) => together(paths(result).map((path) => noteOn(result, path))),
      hint: (result) => `provenance: { ${paths(result)[0]}: { assumed: … } }`,
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
      item: 'Intention to treat and per protocol',
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
      item: 'Events in between: death, metastasis, no surgery',
      find: intercurrent,
      hint: 'truth: { competing: { deathPerYear: …, metastasisPerYear: … } }',
    },
  ],
};

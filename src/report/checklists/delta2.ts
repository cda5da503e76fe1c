import { endpoints } from '../../outcomes/endpoints/index.ts';
import { endpointPhrase } from '../../trial/endpoint-time.ts';
import { namedTest } from '../../trial/named-test.ts';
import { yearsWords } from '../../trial/years-words.ts';
import { adjustments, levelSentences, plannedRates } from '../checked-design.ts';
import {
  allTogether,
  claimsOf,
  firstWithout,
  noteOn,
  statedPercent,
  together,
  unlessClaims,
} from '../checked-words.ts';
import { timeClaimOf } from '../failure-words.ts';
import { exactly, grouped, points, withError } from '../numbers.ts';
import type { CheckedResult, Checklist } from './definition.ts';

function power(result: CheckedResult): string | undefined {
  const planned = claimsOf(result)?.truths[0].operatingCharacteristics.power;
  if (!planned) return undefined;
  const exact = planned.exact === undefined ? '' : `, exactly ${exactly(planned)}`;
  return `${withError(planned)} as planned${exact}`;
}

function targetDifference(result: CheckedResult): string | undefined {
  const run = claimsOf(result);
  if (!run) return undefined;
  const rates = plannedRates(run);
  const limits = run.claims.map(({ endpoint, limit, scale }) =>
    run.arms.length === 1
      ? `${endpoint} against ${statedPercent(limit)}`
      : limit === 0
        ? `${endpoint} without margin`
        : scale === undefined || scale === 'difference'
          ? `${endpoint} within ${points(limit)}`
          : `${endpoint} within ${Number(limit.toPrecision(4))} (${scale})`,
  );
  return rates.length === 0 ? undefined : together([...rates, ...limits]);
}

const claimedEndpoints = (result: CheckedResult): string[] =>
  (claimsOf(result)?.claims ?? []).map(({ endpoint }) => endpoint);

/** Where the rates of a claimed endpoint come from. */
const rateNote = (result: CheckedResult, endpoint: string): string | undefined =>
  noteOn(result, `truth.${endpoint}.anchor`, `truth.${endpoint}`);

function ratesFrom(result: CheckedResult): string | undefined {
  return allTogether(
    claimedEndpoints(result).map((endpoint) => {
      const note = rateNote(result, endpoint);
      return note && `${endpoint} ${note}`;
    }),
  );
}

function timePlan(result: CheckedResult): string | undefined {
  const run = claimsOf(result);
  const claim = run && timeClaimOf(run);
  if (!run || !claim) return undefined;
  const { accrual, followUp } = run.scenario.resolved.design;
  if (!accrual || !followUp) return undefined;
  const [rate] = run.truths[0].times?.controlRates ?? [];
  const control = rate === undefined ? '' : `, ${(100 * rate).toFixed(1)} % of controls without failure then`;
  return `failures by ${yearsWords(claim.time)}${control}; ${accrual.perMonth} ${accrual.perMonth === 1 ? 'patient' : 'patients'} a month; follow-up: ${Object.keys(followUp).join(', ')}`;
}

export const delta2: Checklist = {
  title: 'DELTA2: target difference and sample size',
  reference: 'after Cook 2018 (DELTA2); items in our words',
  exempt: unlessClaims,
  items: [
    {
      item: 'Outcome on which the size is based',
      find: (result) =>
        together(
          (claimsOf(result)?.claims ?? []).map(({ endpoint, time }) =>
            endpointPhrase(endpoints[endpoint], time),
          ),
        ),
    },
    {
      item: 'Significance level, or certainty',
      find: (result) => together(levelSentences(result)),
      hint: 'oneSidedAlpha: … in the claim',
    },
    { item: 'Power', find: power },
    { item: 'Target difference: planned rates, and what must be shown', find: targetDifference },
    {
      item: 'Source of the planned rates, as stated',
      find: ratesFrom,
      hint: (result) =>
        `provenance: { truth.${firstWithout(claimedEndpoints(result), (endpoint) => rateNote(result, endpoint))}: { found: … } }`,
    },
    {
      item: 'Times: control rate, accrual, follow-up',
      find: timePlan,
      hint: 'design: { accrual: …, followUp: … }',
      exempt: (result) => {
        const run = claimsOf(result);
        return run && timeClaimOf(run) ? undefined : 'counts at a fixed time decide';
      },
    },
    {
      item: 'Patients and allocation',
      find: ({ arms }) => {
        const total = arms.reduce((sum, { n }) => sum + n, 0);
        return total > 0
          ? `${grouped(total)}: ${arms.map(({ name, n }) => `${n} in ${name}`).join(', ')}`
          : undefined;
      },
    },
    {
      item: 'Method or formula, and software',
      find: (result) => {
        const tests = new Set(claimsOf(result)?.claims.flatMap(({ test }) => test ?? []));
        const by = [...tests].map((test) => `${namedTest(test).label} (${namedTest(test).reference})`);
        return result.isoeffect === ''
          ? undefined
          : together([`simulation by isoeffect ${result.isoeffect}`, ...by]);
      },
    },
    {
      item: 'Adjustments: unevaluable or lost patients, several claims, looks',
      find: (result) => {
        const made = adjustments(result);
        return made.length > 0 ? together(made) : noteOn(result, 'design.unevaluable', 'design.unevaluable');
      },
      hint: 'design: { unevaluable: 0.05 }, or provenance: { design.unevaluable: … }',
    },
    {
      item: 'Sensitivity of the size to what is assumed',
      find: ({ truths, scenario }) => {
        const uncertain = Object.keys(scenario.resolved.uncertainty).length;
        if (truths.length === 1 && uncertain === 0) return undefined;
        return together([
          truths.length > 1 ? `power under ${truths.length} truths` : '',
          uncertain > 0
            ? `assurance over ${uncertain} uncertain ${uncertain === 1 ? 'input' : 'inputs'}`
            : '',
        ]);
      },
      hint: 'truths: …, uncertainty: …',
    },
  ],
};

import { isAimResult, isEscalationResult } from '../../engine/any-result.ts';
import { NO_SOURCE } from '../../engine/assumptions.ts';
import { namedTest } from '../../trial/named-test.ts';
import { claimsOf, mcsePoints, noteOn, statedPercent, together } from '../checked-words.ts';
import { equationsOf } from '../equations/equations-of.ts';
import { laddersAim, planWords } from '../escalation-words.ts';
import { generatorWords } from '../generator-words.ts';
import { grouped, percent, withError } from '../numbers.ts';
import { successWords } from '../success-words.ts';
import type { CheckedResult, Checklist } from './definition.ts';

function mechanism(result: CheckedResult): string | undefined {
  const blocks = equationsOf(result);
  const equations = new Set(blocks.flatMap(({ block, rows }) => (rows.length > 0 ? block.equations : [])));
  const values = blocks.reduce((sum, { rows }) => sum + rows.length, 0);
  if (values === 0) return undefined;
  const names = result.truths.map(({ name }) => name);
  return `${equations.size} equations with ${values} values (section “Models in equations”), under ${names.length === 1 ? 'one truth' : `${names.length} truths`}: ${names.join(', ')}`;
}

const inputsOf = ({ assumptions }: CheckedResult) => assumptions.filter(({ value }) => value !== undefined);

function sources(result: CheckedResult): string | undefined {
  const inputs = inputsOf(result);
  if (inputs.length === 0 || inputs.some(({ note }) => note === NO_SOURCE)) return undefined;
  const count = (basis: string) => inputs.filter((input) => input.basis === basis).length;
  return `of ${inputs.length} inputs ${count('found')} found, ${count('fitted')} fitted, ${count('assumed')} assumed, each with what is stated of it`;
}

/** Where the sources that are missing would be stated. */
function sourcesHint(result: CheckedResult): string {
  const untagged = inputsOf(result).filter(({ note }) => note === NO_SOURCE);
  const [first, ...others] = untagged.map(({ about }) => about);
  const besides = others.length === 0 ? '' : `, and for ${others.length} more`;
  return `provenance: { ${first ?? 'path'}: { found: … } }${besides}`;
}

/** A plan has been found, not assumed. */
function plan(result: CheckedResult): string | undefined {
  const note = noteOn(result, 'simulation');
  return note?.startsWith('found') ? note : undefined;
}

function targets(result: CheckedResult): string | undefined {
  if (isAimResult(result)) return result.aim.sentence;
  if (isEscalationResult(result)) return laddersAim(result);
  return together(result.claims.map(({ sentence }) => sentence));
}

function methods(result: CheckedResult): string | undefined {
  if (isAimResult(result))
    return `fit of ln h in Σd and Σd²; ${statedPercent(result.aim.level)} set: ${result.aim.primary}`;
  if (isEscalationResult(result)) return together(result.truths[0].plans.map(planWords));
  return together([
    ...new Set(
      result.claims.map(({ test, sentence }) =>
        test === null
          ? `decided as stated: ${sentence}`
          : `${namedTest(test).label}; a statistic at its critical value passes`,
      ),
    ),
  ]);
}

function withoutAnswer(result: CheckedResult): string | undefined {
  if (isAimResult(result))
    return together(
      result.truths.map(
        ({ name, estimation }) =>
          `${name}: ${withError(estimation.estimable)} of replicates have an estimate`,
      ),
    );
  if (isEscalationResult(result))
    return together(
      result.truths.map(
        ({ name, plans }) =>
          `${name}: ${withError(plans[0].none)} of trials of the first plan recommend no level`,
      ),
    );
  const timed = result.truths.flatMap(({ name, times }) =>
    times
      ? [
          `${name}: ${withError(times.withoutFailure)} of trials see too few failures to say anything, and fail`,
        ]
      : [],
  );
  if (timed.length > 0) return together(timed);
  if (result.claims.length === 0) return undefined;
  return result.claims.some(({ test }) => test !== null)
    ? 'every analysis of counts decides: with a standard error of 0 the sign of the estimate does'
    : 'every analysis decides: it needs no estimate, only counts';
}

function performance(result: CheckedResult): string | undefined {
  const [planned] = result.truths;
  const { power } = planned.operatingCharacteristics;
  if (isAimResult(result))
    return `as planned ${withError(power)} of trials bound α/β; bias, coverage and width of sets`;
  if (isEscalationResult(result))
    return `as planned ${withError(power)} of trials of the first plan recommend the highest acceptable level; levels recommended, patients and toxicities by level, and how long it takes, of every plan`;
  const { typeIError } = result.truths[0].operatingCharacteristics;
  const words = successWords(result);
  return `as planned ${words.power} ${withError(power)}, ${words.typeIError} ${withError(typeIError)}: shares k/n of n replicates, MCSE √(p(1 − p)/n)`;
}

/** Largest Monte Carlo standard error of a power. */
const largestMcse = ({ truths }: CheckedResult): number =>
  Math.max(...truths.map(({ operatingCharacteristics: { power } }) => power.mcse));

export const ademp: Checklist = {
  title: 'ADEMP: planning and reporting of a simulation study',
  reference:
    'after Morris, White & Crowther 2019, Stat Med 38:2074, and Siepe 2024 (ADEMP-PreReg); items in our words',
  items: [
    {
      item: 'Aim of the simulation',
      find: ({ scenario }) => scenario.question ?? undefined,
      hint: 'question: …',
    },
    { item: 'Data-generating mechanism as equations with every value', find: mechanism },
    { item: 'Source of every value', find: sources, hint: sourcesHint },
    { item: 'Estimand, or what is to be shown', find: targets },
    { item: 'Methods of analysis, ties included', find: methods },
    { item: 'Analyses without an answer are counted', find: withoutAnswer },
    { item: 'Performance measures with their formulas', find: performance },
    {
      item: 'Number of replicates',
      find: ({ replicates, worlds }) =>
        replicates > 0
          ? `${grouped(replicates)} under each truth: an MCSE of at most ${percent(Math.sqrt(0.25 / replicates), 2)} percentage points for any share of them${worlds > 0 ? `; ${grouped(worlds)} worlds` : ''}`
          : undefined,
      hint: 'simulation: { replicates: … }',
    },
    {
      item: 'Source of, or reason for, the number of replicates, as stated',
      find: (result) => noteOn(result, 'simulation.replicates', 'simulation'),
      hint: 'provenance: { simulation.replicates: { assumed: … } }',
    },
    {
      item: 'Monte Carlo standard error beside every simulated number',
      find: (result) => {
        const mcse = largestMcse(result);
        return Number.isFinite(mcse) ? `after ±; that of power is at most ${mcsePoints(mcse)}` : undefined;
      },
    },
    {
      item: 'Random numbers: generator, seed, streams',
      find: ({ seed }) => (seed === '' ? undefined : `seed “${seed}”; ${generatorWords}`),
      hint: 'seed: …',
    },
    {
      item: 'Software and version',
      find: ({ isoeffect }) => (isoeffect === '' ? undefined : `isoeffect ${isoeffect}`),
    },
    {
      item: 'Scenario identified, and the command that repeats the run',
      find: ({ scenario }) =>
        scenario.sha256 === '' ? undefined : `isoeffect run scenario.yaml, SHA-256 ${scenario.sha256}`,
    },
    {
      item: 'Where the design is described',
      find: ({ scenario }) => scenario.resolved.source,
      hint: 'source: …',
    },
    {
      item: 'Plan of the simulation, as stated: is it older than the results, and what deviates from it?',
      find: plan,
      hint: 'provenance: { simulation: { found: … } }',
    },
    {
      item: 'More than one truth',
      find: (result) =>
        result.truths.length > 1
          ? `besides the one planned: ${result.truths
              .slice(1)
              .map(({ name }) => name)
              .join(', ')}`
          : undefined,
      hint: 'truths: { name: { path: value } }',
    },
    {
      item: 'Uncertainty of inputs carried into the answer',
      find: (result) => {
        const assurance = claimsOf(result)?.assurance;
        if (!assurance) return undefined;
        const { length } = Object.keys(result.scenario.resolved.uncertainty);
        return `assurance ${withError(assurance)} over ${grouped(result.worlds)} worlds (${length} uncertain ${length === 1 ? 'input' : 'inputs'})`;
      },
      hint: 'uncertainty: { path: law }',
      exempt: (result) =>
        isAimResult(result) ? 'an estimate of α/β is judged under each truth, not over worlds' : undefined,
    },
  ],
};

import type { EndpointDefinition } from '../../outcomes/endpoints/definition.ts';
import { centreEquations, shortIntervalEquations } from '../../outcomes/truth-equations.ts';
import type { EndpointSpec, ModelSpec } from '../../outcomes/truth-schema.ts';
import { anchorEquation } from '../../radiobiology/anchor-schema.ts';
import { dosePremises } from '../../radiobiology/dose-premises.ts';
import { doseRuleShape } from '../../radiobiology/dose-rule.ts';
import { latencyLaws } from '../../radiobiology/latency.ts';
import type { LawSpec } from '../../random/distribution-schema.ts';
import { onsetEquations } from '../../trial/escalation/escalation-equations.ts';
import { capitalised } from '../endpoint-words.ts';
import type { EquationBlock } from './equation-block.ts';
import { lawEquations, lawName } from './law-equations.ts';

/** The model without biology, which knows no dose. */
const STATED = 'statedRates';

/** What a rule says of dose; surgery soon after is no matter of dose. */
const doseKeys = Object.keys(doseRuleShape).filter((key) => key !== 'shortInterval');

/** What dose is to an endpoint: one block for all that its rule states. */
function doseBlock(
  endpoint: EndpointDefinition,
  block: EndpointSpec,
  at: string,
  part: string,
): EquationBlock[] {
  if (block.model === STATED) return [];
  const premises = dosePremises(block);
  return [
    {
      part,
      title: `Dose: ${capitalised(endpoint.label)}`,
      text: premises.map(({ text }) => text).join(' '),
      reference: premises.flatMap(({ reference }) => reference ?? []).join('; '),
      equations: premises.flatMap(({ equations = [] }) => equations),
      at,
      keys: doseKeys,
      symbols: Object.assign({}, ...premises.map(({ symbols }) => symbols)),
    },
  ];
}

/** What the rate of an anchor is of: control where the model's equations are of control. */
function anchoredOf(
  equations: readonly string[],
  { atYears }: NonNullable<ModelSpec['anchor']>,
): Parameters<typeof anchorEquation>[0] {
  if (!equations.some((one) => one.startsWith('LC'))) return 'P';
  return atYears === undefined ? 'LC_∞' : 'LC(t_a)';
}

function modelBlock(
  { name, label, summary, reference, models }: EndpointDefinition,
  { model, anchor }: ModelSpec,
  at: string,
  part: string,
  where = '',
): EquationBlock {
  const { equations, symbols, free, ...of } = models[model];
  // What the endpoint is was said with the truth as planned
  const isFirst = at === `truth.${name}`;
  const solved = anchor && free ? ` Solved from the anchor: ${free.name}.` : '';
  return {
    part,
    title: `${capitalised(label)}${where}: ${model}`,
    ...(isFirst && { introduction: summary }),
    text: `${of.summary}${solved}`,
    reference: [...(isFirst ? [reference] : []), of.reference]
      .filter((source) => !source.startsWith('none'))
      .join('; '),
    equations: [...equations, ...(anchor ? [anchorEquation(anchoredOf(equations, anchor))] : [])],
    at,
    symbols: { withinDays: 't', ...symbols },
  };
}

/** When events that happen come. */
function onsetBlock(name: string, onsetMonths: LawSpec, at: string, part: string): EquationBlock {
  const { equations, symbols } = lawEquations(onsetMonths);
  return {
    part,
    title: `${name}, months to onset: ${lawName(onsetMonths)}`,
    equations: [...onsetEquations.equations, ...equations],
    at: `${at}.onsetMonths`,
    symbols,
  };
}

/** What lies beside the model: time to failure, surgery soon after, centres. */
function besideModel(
  { label }: EndpointDefinition,
  block: EndpointSpec,
  at: string,
  part: string,
): EquationBlock[] {
  const { latency, centreSd, shortInterval, onsetMonths } = block;
  const name = capitalised(label);
  const law = latency && latencyLaws[latency.kind];
  return [
    ...(law
      ? [
          {
            part,
            title: `${name}, time to failure: ${law.name}`,
            text: law.text,
            reference: law.reference,
            equations: law.equations,
            at: `${at}.latency`,
            symbols: law.symbols,
          },
        ]
      : []),
    ...(onsetMonths ? [onsetBlock(name, onsetMonths, at, part)] : []),
    ...(shortInterval
      ? [{ part, title: `${name}: surgery soon after`, at: `${at}.shortInterval`, ...shortIntervalEquations }]
      : []),
    ...(centreSd === undefined
      ? []
      : [{ part, title: `${name}: centres`, at: `${at}.centreSd`, ...centreEquations }]),
  ];
}

/** What a truth states of one endpoint: dose, model, models of subtypes, time to failure. */
export function endpointBlocks(
  endpoint: EndpointDefinition,
  block: EndpointSpec,
  at: string,
  part: string,
): EquationBlock[] {
  return [
    ...doseBlock(endpoint, block, at, part),
    modelBlock(endpoint, block, at, part),
    ...Object.entries(block.bySubtype ?? {}).map(([name, own]) =>
      modelBlock(endpoint, own, `${at}.bySubtype.${name}`, part, ` of ${name}`),
    ),
    ...besideModel(endpoint, block, at, part),
  ];
}

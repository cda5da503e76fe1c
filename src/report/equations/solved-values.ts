import type { EndpointDefinition } from '../../outcomes/endpoints/definition.ts';
import type { TruthEndpoint } from '../../outcomes/truth.ts';
import type { ModelSpec } from '../../outcomes/truth-schema.ts';
import type { FreeParameter } from '../../radiobiology/endpoint-model.ts';
import { describePath } from '../../scenario/describe-path.ts';
import type { Path } from '../../scenario/path.ts';
import type { Trial } from '../../scenario/trial.ts';

/** A parameter whose value an anchor determines. */
export interface SolvedValue {
  /** The block of the model that it belongs to, and its key there. */
  readonly at: Path;
  readonly parameter: string;
  readonly meaning: string;
  /** In the parameter's unit; Infinity where it is too large for a number. */
  readonly value: number;
  /** The value to four figures. */
  readonly words: string;
  readonly note: string;
}

const FIGURES = 4;
/** Beyond these a power of ten is easier to read. */
const [LEAST_PLAIN, MOST_PLAIN] = [1e-3, 1e6];

const raised = (exponent: number): string =>
  [...String(exponent)].map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)])).join('');

/** `43.21`, or `1.234 × 10⁹`: a value that may be known by its logarithm alone. */
function valueWords({ isLogarithm = false }: FreeParameter, free: number): string {
  const value = isLogarithm ? Math.exp(free) : free;
  const isPlain = !isLogarithm || (value >= LEAST_PLAIN && value < MOST_PLAIN);
  if (isPlain) return String(Number(value.toPrecision(FIGURES)));
  const exponent = Math.floor(free / Math.LN10);
  const [mantissa, more] = Math.exp(free - exponent * Math.LN10)
    .toExponential(FIGURES - 1)
    .split('e+');
  return `${Number(mantissa)} × 10${raised(exponent + Number(more))}`;
}

function solvedValue(
  { models }: EndpointDefinition,
  spec: ModelSpec,
  free: number,
  at: Path,
  hasWorlds: boolean,
): SolvedValue {
  const { free: searched, parameters } = models[spec.model];
  const { parameter, isLogarithm } = searched!;
  const isKept = spec.anchor!.resolve === 'planned';
  const others = hasWorlds && !isKept ? ', and anew in each world' : '';
  return {
    at,
    parameter,
    meaning: describePath(parameters, spec, [parameter]) ?? '',
    value: isLogarithm ? Math.exp(free) : free,
    words: valueWords(searched!, free),
    note: `solved from the anchor${isKept ? ' on the truth as planned' : others}`,
  };
}

function valuesOf(endpoint: TruthEndpoint, truthAt: Path, hasWorlds: boolean): SolvedValue[] {
  const { definition, spec, free, freeBySubtype } = endpoint;
  const at = `${truthAt}.${definition.name}`;
  return [
    ...(free === undefined ? [] : [solvedValue(definition, spec, free, at, hasWorlds)]),
    ...Object.entries(freeBySubtype).map(([name, own]) =>
      solvedValue(definition, spec.bySubtype![name], own, `${at}.bySubtype.${name}`, hasWorlds),
    ),
  ];
}

/** What the anchors of a trial determine, as planned, and under each other truth where its figures differ. */
export function solvedValues({ scenario, truthNames, truth }: Trial): SolvedValue[] {
  const hasWorlds = Object.keys(scenario.uncertainty).length > 0;
  const keyOf = ({ at, parameter, words }: SolvedValue, prefix: Path): string =>
    [at.slice(prefix.length), parameter, words].join(' ');
  const [planned, ...others] = truthNames.map((name, i) => {
    const prefix = i === 0 ? 'truth' : `truths.${name}.truth`;
    const values = truth(i).truth.endpoints.flatMap((one) => valuesOf(one, prefix, hasWorlds));
    return { prefix, values };
  });
  const known = new Set(planned.values.map((value) => keyOf(value, planned.prefix)));
  return [
    ...planned.values,
    ...others.flatMap(({ prefix, values }) => values.filter((value) => !known.has(keyOf(value, prefix)))),
  ];
}

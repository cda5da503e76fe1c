import type { BurdenComparison, BurdenResult } from '../engine/burden/burden-result.ts';
import type { EndpointName } from '../outcomes/endpoints/definition.ts';
import { endpoints } from '../outcomes/endpoints/index.ts';
import type { Quadrant } from '../trial/burden/cost-effectiveness.ts';
import { grouped } from './numbers.ts';

/** Bad events that have a name of their own: one, and several. */
const NAMED: Readonly<Partial<Record<EndpointName, readonly [one: string, several: string]>>> = {
  localControl: ['local failure', 'local failures'],
  woundComplication: ['wound complication', 'wound complications'],
  response: ['missing response', 'missing responses'],
};

/** The bad event of an endpoint, one of them and several. */
export function badEventWords(endpoint: EndpointName): readonly [one: string, several: string] {
  const { label } = endpoints[endpoint];
  return NAMED[endpoint] ?? [`case of ${label}`, `cases of ${label}`];
}

/** `EUR 5,055`: a sum of money, to the unit from 100 on. */
export function money(currency: string, value: number): string {
  const size = Math.abs(value);
  const figure = size >= 100 ? grouped(Math.round(size)) : String(Number(size.toFixed(2)));
  return `${value < 0 && figure !== '0' ? '−' : ''}${currency}\u00a0${figure}`;
}

/** What a quadrant is called. */
export const quadrantWords: Readonly<Record<Quadrant, string>> = {
  dominant: 'dominant',
  dominated: 'dominated',
  costlierWithFewer: 'costs more, averts some',
  cheaperWithMore: 'saves, with more of them',
  equal: 'no difference',
};

/** What a comparison comes to, without a full stop. @param control name of the first arm */
export function verdictWords(
  { currency, endpoint }: BurdenResult,
  control: string,
  { arm, cost, avertedPer100, quadrant, costPerEvent }: BurdenComparison,
): string {
  const [one, several] = badEventWords(endpoint);
  const sum = money(currency, Math.abs(cost));
  const events = `${Number(Math.abs(avertedPer100).toPrecision(3))}`;
  const ratio = costPerEvent === null ? '' : money(currency, costPerEvent);
  const dearer = cost === 0 ? 'is as dear' : `costs ${sum} more a patient`;
  const cheaper = cost === 0 ? 'as dear' : `${sum} cheaper a patient`;
  switch (quadrant) {
    case 'dominant':
      return `${arm} dominates ${control}: ${cheaper}, with ${avertedPer100 === 0 ? 'no more' : `${events} fewer`} ${several} in 100`;
    case 'dominated':
      return `${arm} is dominated by ${control}: it ${dearer}, with ${avertedPer100 === 0 ? 'no fewer' : `${events} more`} ${several} in 100`;
    case 'costlierWithFewer':
      return `${arm} costs ${sum} more a patient than ${control} and averts ${events} ${several} in 100: ${ratio} per ${one} averted`;
    case 'cheaperWithMore':
      return `${arm} saves ${sum} a patient against ${control}, with ${events} more ${several} in 100: ${ratio} saved with each further ${one}`;
    case 'equal':
      return `${arm} costs as much as ${control}, with as many ${several}`;
  }
}

/** What the numbers of a burden are and are not. */
export function burdenNote({ truths, worlds }: BurdenResult): string {
  const isExact = truths.every((truth) => truth.isExact) && (worlds?.isExact ?? true);
  const rates = isExact
    ? 'exact rates of the population'
    : 'rates of a reference sample of the population, which are not exact';
  return `Means a patient, by ${rates}. Prices are inputs; no power, and no outcome, hangs on them. Quality of life is a summary: nothing is powered for it. Costs to society beyond those listed are left out.`;
}

import { endpoints } from '../../outcomes/endpoints/index.ts';
import type { QuantityName } from './cell-quantity.ts';
import { pathWords } from './path-words.ts';
import type { Crossing, Interval, TippingPoint } from './tipping-point.ts';

/** What a quantity is called, and the unit in which its target is given. */
export const quantityWords: Readonly<
  Record<QuantityName, { readonly label: string; readonly unit: string }>
> = {
  eqd2Gy: { label: 'EQD2', unit: 'Gy' },
  bedGy: { label: 'BED', unit: 'Gy' },
  rate: { label: 'rate', unit: '%' },
  rateDifference: { label: 'difference of rates', unit: '%' },
  power: { label: 'power', unit: '%' },
  typeIError: { label: 'type I error', unit: '%' },
  familywiseError: { label: 'the familywise error', unit: '%' },
  dropped: { label: 'the probability of being dropped', unit: '%' },
  expectedSampleSize: { label: 'the expected number of patients', unit: '' },
  expectedMonths: { label: 'the expected time to the decision', unit: 'months' },
  stopped: { label: 'the probability of an early stop', unit: '%' },
  failures: { label: 'the expected number of failures', unit: '' },
  assurance: { label: 'assurance', unit: '%' },
  ceiling: { label: 'the ceiling of assurance', unit: '%' },
  successAndTrue: { label: 'the probability of success with the claim true', unit: '%' },
  successAndFalse: { label: 'the probability of success with the claim false', unit: '%' },
};

/** A number with three significant digits, never with an exponent. */
export function threeDigits(value: number): string {
  const decimals = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(20, decimals)).replace('-', '−');
}

/** `5.42`, or `4.02 ± 0.06` where the value is interpolated between simulated ones. */
export function crossingWords({ at, standardError }: Crossing): string {
  if (standardError === 0) return threeDigits(at);
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(standardError)));
  const shown = Math.min(12, decimals);
  return `${at.toFixed(shown)} ± ${standardError.toFixed(shown)}`;
}

/** A target with its unit. */
const targetWords = (quantity: QuantityName, target: number): string => {
  const { unit } = quantityWords[quantity];
  const number = String(Number((unit === '%' ? 100 * target : target).toPrecision(6)));
  return unit === '' ? number : `${number} ${unit}`;
};

type Told = Omit<TippingPoint, 'sentence'>;

/** How much the sentence has to say of which claim it means. */
export interface Naming {
  /** Whether the design has several claims. */
  readonly hasSeveralClaims: boolean;
  /** What power is called in the design. */
  readonly power: string;
  /** What varied paths are called. */
  label(path: string): string;
}

/** What holds or does not, as a clause up to its verb’s object. */
function clause({ criterion }: Told, { hasSeveralClaims, power }: Naming, isTrue: boolean): string {
  if (criterion.kind === 'claim') {
    const { of, endpoint } = criterion;
    const named = of === undefined ? ` on ${endpoints[endpoint].label}` : ` for ${of}`;
    const on = hasSeveralClaims ? named : '';
    return `the claim${on} is ${isTrue ? 'true' : 'false'}`;
  }
  if (criterion.kind === 'rates')
    return `${endpoints[criterion.endpoint].label} is ${isTrue ? 'higher' : 'not higher'} in the experimental arm`;
  const { quantity, target } = criterion;
  const label = quantity === 'power' ? power : quantityWords[quantity].label;
  return `${label} is ${isTrue ? 'at least' : 'below'} ${targetWords(quantity, target)}`;
}

/** `below 5.42 Gy`, `between 2.10 and 5.42 Gy`. */
function intervalWords([from, to]: Interval, crossings: readonly Crossing[], unit: string): string {
  const word = (end: number): string => crossingWords(crossings.find(({ at }) => at === end)!);
  if (from === null) return `below ${word(to!)}${unit}`;
  return to === null ? `above ${word(from)}${unit}` : `between ${word(from)} and ${word(to)}${unit}`;
}

/** Where the arms' rates cross. */
function equalWords(told: Told, label: string, unit: string): string {
  const { crossings, criterion, holds } = told;
  const at = crossings.map((crossing) => `${crossingWords(crossing)}${unit}`).join(' and ');
  const endpoint = criterion.kind === 'rates' ? endpoints[criterion.endpoint].label : '';
  const where =
    crossings.length === 1
      ? `${holds[0][0] === null ? 'below' : 'above'} it`
      : holds.map((interval) => intervalWords(interval, crossings, unit)).join(' and ');
  return `${endpoint} is equal in both arms at ${label} ${at}, higher in the experimental arm ${where}`;
}

/**
 * Where one thing turns, as a clause without a capital and a full stop.
 *
 * @param isFirst whether the path has still to be named
 */
export function tippingClause(told: Told, naming: Naming, isFirst = true): string {
  const { path, range, crossings, holds } = told;
  const label = naming.label(path);
  const { unit: bare } = pathWords(path);
  const unit = bare === '' ? '' : ` ${bare}`;
  if (crossings.length === 0) {
    const everywhere = `at every ${label} from ${range[0]} to ${range[1]}${unit}`;
    return `${clause(told, naming, holds.length > 0)} ${everywhere}`;
  }
  if (told.criterion.kind === 'rates') return equalWords(told, label, unit);
  const where = holds.map((interval) => intervalWords(interval, crossings, unit)).join(' and ');
  const note = crossings.every(({ isExact }) => isExact) ? '' : ' (interpolated)';
  return `${clause(told, naming, true)}${isFirst ? ` for ${label}` : ''} ${where}${note}`;
}

/** Clauses as one sentence. */
export function sentenceOf(clauses: readonly string[]): string {
  const joined = clauses.join('; ');
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`;
}

/** Where everything of one line turns, in one sentence: the path is named once. */
export function lineSentence(points: readonly TippingPoint[], naming: Naming): string {
  let isNamed = false;
  return sentenceOf(
    points.map((point) => {
      const text = tippingClause(point, naming, !isNamed);
      isNamed ||= point.crossings.length > 0;
      return text;
    }),
  );
}

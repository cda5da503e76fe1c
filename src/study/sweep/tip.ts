import { unknownWord } from '../../numeric/closest-word.ts';
import { ScenarioError } from '../../scenario/scenario-error.ts';
import type { QuantityName } from './cell-quantity.ts';

/** A quantity of the whole design and the value at which a sweep looks for its crossing. */
export interface Tip {
  readonly quantity: QuantityName;
  readonly target: number;
}

/** Power that trials are sized for. */
export const DEFAULT_TIP: Tip = { quantity: 'power', target: 0.8 };

/** Quantities of the whole design; those that are no probabilities have no upper bound. */
const WHOLE = [
  'power',
  'typeIError',
  'familywiseError',
  'stopped',
  'assurance',
  'ceiling',
  'successAndTrue',
  'successAndFalse',
];
const UNBOUNDED = ['expectedSampleSize', 'expectedMonths'];
const NAMES = [...WHOLE, ...UNBOUNDED];

/** Reads `quantity=value`. @throws ScenarioError if it names no quantity of the whole design, or no value that it has */
export function readTip(argument: string): Tip {
  const origin = `--tip ${argument}`;
  const fail = (message: string): never => {
    throw new ScenarioError([{ where: origin, message }]);
  };
  const at = argument.indexOf('=');
  if (at < 1) fail('is not written quantity=value');
  const quantity = argument.slice(0, at).trim();
  if (!NAMES.includes(quantity)) fail(unknownWord('quantity', quantity, NAMES));
  const text = argument.slice(at + 1).trim();
  const target = Number(text);
  if (text === '' || !(target > 0 && target < Infinity)) fail('the value must be a number > 0');
  if (WHOLE.includes(quantity) && target >= 1) fail('the value must be a probability < 1');
  return { quantity: quantity as QuantityName, target };
}

import type { Answer, Prose } from '../lessons/definition.ts';

/** What a prediction was worth. */
export interface Judgement {
  readonly isRight: boolean;
  readonly remark: Prose;
}

/**
 * Judges a prediction: an option by its id, a number by its distance from the truth, then from typical mistakes.
 *
 * @throws RangeError if the prediction is of another kind than the answer, or an option that there is not
 */
export function judgePrediction(answer: Answer, predicted: string | number): Judgement {
  if (answer.kind === 'choice') {
    const remark = typeof predicted === 'string' ? remarkOn(answer.remarks, predicted) : undefined;
    if (remark === undefined) throw new RangeError(`invalid predicted: ${predicted} (must be an option)`);
    return { isRight: predicted === answer.right, remark };
  }
  if (typeof predicted !== 'number' || !Number.isFinite(predicted))
    throw new RangeError(`invalid predicted: ${predicted} (must be a number)`);
  const { value, near, remarks } = answer;
  if (isWithin(predicted, value, near)) return { isRight: true, remark: remarks.near };
  const mistake = remarks.mistakes.find((own) => isWithin(predicted, own.value, own.within));
  return { isRight: false, remark: mistake?.remark ?? remarks.far };
}

/** Values on a slider's grid miss their distance by rounding. */
const ROUNDING = 1e-9;

const isWithin = (predicted: number, value: number, within: number): boolean =>
  Math.abs(predicted - value) <= within + ROUNDING;

const remarkOn = (remarks: Readonly<Record<string, Prose>>, id: string): Prose | undefined =>
  Object.hasOwn(remarks, id) ? remarks[id] : undefined;

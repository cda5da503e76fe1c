import { unknownWord } from '../../numeric/closest-word.ts';
import { valueAt } from '../../scenario/path.ts';
import { onePhase, onePhaseText } from './one-phase-text.ts';
import { setInText } from './set-in-text.ts';
import type { Slider } from './slider.ts';
import { slidersIn } from './sliders.ts';
import { readWritten } from './written-yaml.ts';

/** What is written where a slider's number is part of a schedule. */
function scheduleText(written: unknown, id: string, value: number): string {
  const phase = onePhase(written)!;
  return onePhaseText(
    id.startsWith('fractions:') ? { ...phase, fractions: value } : { ...phase, doseGy: value },
  );
}

/** The middle of the uncertainty's law at a slider's path, where it is the slider's value: they stand for one number. */
function coupledPath(data: unknown, { path, value }: Slider): string | undefined {
  return ['logNormal.median', 'normal.mean']
    .map((middle) => `uncertainty.${path}.${middle}`)
    .find((middle) => valueAt(data, middle) === value);
}

/** The value of a slider, whole where it counts. @throws RangeError if the slider does not go there */
function requireValue({ id, min, max }: Slider, value: number): number {
  const isCount = id === 'patients' || id.startsWith('fractions:');
  if (!(value >= min && value <= max) || (isCount && !Number.isInteger(value)))
    throw new RangeError(
      `invalid value of ${id}: ${value} (must be ${isCount ? 'a whole number ' : ''}from ${min} to ${max})`,
    );
  return value;
}

/**
 * A scenario's text with a slider moved. A schedule is written `5 x 6 Gy`; the middle of an uncertainty's law at the
 * same path moves along where it was the same number.
 *
 * @param id of one of `slidersOf`
 * @throws RangeError if there is no such slider, or it does not go there; ScenarioError if the text is no YAML
 */
export function writeSlider(text: string, id: string, value: number): string {
  const { data } = readWritten(text);
  const sliders = slidersIn(data);
  const slider = sliders.find((one) => one.id === id);
  if (!slider)
    throw new RangeError(
      unknownWord(
        'slider',
        id,
        sliders.map((one) => one.id),
      ),
    );
  if (requireValue(slider, value) === slider.value) return text;
  if (slider.group === 'schedule')
    return setInText(text, slider.path, scheduleText(valueAt(data, slider.path), id, value));
  const coupled = coupledPath(data, slider);
  const moved = setInText(text, slider.path, value);
  return coupled === undefined ? moved : setInText(moved, coupled, value);
}

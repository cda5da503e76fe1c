import type { Slider } from './slider.ts';
import { alphaBetaSliders, biologySliders, scheduleSliders, trialSliders } from './sliders-by-group.ts';
import { readWritten } from './written-yaml.ts';

/** The sliders of a scenario's data as written, in their order. */
export function slidersIn(data: Readonly<Record<string, unknown>>): Slider[] {
  return [alphaBetaSliders, scheduleSliders, trialSliders, biologySliders].flatMap((of) => of(data));
}

/**
 * The sliders of a scenario as it is written: α/β, schedules, the trial, the biology besides, in this order and only
 * where the scenario has such a number. None while the text is broken YAML.
 */
export function slidersOf(text: string): Slider[] {
  try {
    return slidersIn(readWritten(text).data);
  } catch {
    return [];
  }
}

import type { RunResult } from '../engine/result.ts';
import { chartsOf } from './charts-of.ts';
import { drawFigures, type Figure } from './draw-figures.ts';

/** Every chart of a run for which the result has something. */
export function renderFigures(result: RunResult): Promise<Figure[]> {
  return drawFigures(chartsOf(result), result);
}

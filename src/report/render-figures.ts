import type { RunResult } from '../engine/result.ts';
import { charts } from './charts/index.ts';
import { drawFigures, type Figure } from './draw-figures.ts';

/** Every chart of a run for which the result has something. */
export function renderFigures(result: RunResult): Promise<Figure[]> {
  return drawFigures(charts, result);
}

import { type Crew, openCrew } from './crew.ts';
import type { Hand } from './hand.ts';
import { runHere } from './run-here.ts';

/** More workers gain little: a stage is a few dozen batches. */
const MOST_WORKERS = 8;

/** Number of workers for the batches of a page: one a core, less one for the page, but two at least; one where the browser has none here. */
export function pageWorkers(): number {
  if (typeof Worker === 'undefined') return 1;
  return Math.min(MOST_WORKERS, Math.max(2, navigator.hardwareConcurrency - 1));
}

/** The workers of a page; batches run in this thread where the browser has none here. */
export function openPageCrew(): Crew {
  if (typeof Worker === 'undefined') return runHere();
  const open = () => new Worker(new URL('./batch-worker.js', import.meta.url), { type: 'module' }) as Hand;
  return openCrew(pageWorkers(), open);
}

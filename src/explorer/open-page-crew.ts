import { type Crew, openCrew } from './crew.ts';
import type { Hand } from './hand.ts';
import { runHere } from './run-here.ts';

/** More workers gain little: a stage is a few dozen batches. */
const MOST_WORKERS = 8;

/** The workers of a page: one a core, less one for the page, but two at least; none where the browser has no workers here. */
export function openPageCrew(): { crew: Crew; workers: number } {
  if (typeof Worker === 'undefined') return { crew: runHere(), workers: 1 };
  const workers = Math.min(MOST_WORKERS, Math.max(2, navigator.hardwareConcurrency - 1));
  const open = () => new Worker(new URL('./batch-worker.js', import.meta.url), { type: 'module' }) as Hand;
  return { crew: openCrew(workers, open), workers };
}

import { type Remote, wrap } from 'comlink';
import type { Desk } from '../desk.ts';
import type { Studio } from '../studio.ts';
import type { Tutor } from '../tutor.ts';

/** What the page asks: the desk reads and runs, the studio draws, the tutor teaches. */
export interface Staff {
  readonly desk: Remote<Desk>;
  readonly studio: Remote<Studio>;
  /** Called in where there is something to teach. */
  readonly tutor: () => Remote<Tutor>;
  /** Whether work is done in workers, so that the page stays free. */
  readonly hasWorkers: boolean;
  /** Ends the workers. */
  dismiss(): void;
}

function startWorker(file: string, onDeath: (reason: string) => void): Worker {
  const worker = new Worker(new URL(file, import.meta.url), { type: 'module' });
  worker.onerror = (event) => {
    event.preventDefault();
    onDeath(event.message ?? 'a worker could not be started');
  };
  return worker;
}

/**
 * Starts the desk and the studio: in workers, or within the page where the browser has none.
 *
 * @param onDeath called where a worker cannot be started or dies
 */
export async function connect(onDeath: (reason: string) => void): Promise<Staff> {
  if (typeof Worker === 'undefined') {
    const { staffHere } = await import('../staff-here.ts');
    return { ...staffHere(), hasWorkers: false, dismiss: () => {} };
  }
  const workers: Worker[] = [];
  const call = <T>(file: string): Remote<T> => {
    const worker = startWorker(file, onDeath);
    workers.push(worker);
    return wrap<T>(worker);
  };
  let tutor: Remote<Tutor> | undefined;
  return {
    desk: call<Desk>('./desk-worker.js'),
    studio: call<Studio>('./studio-worker.js'),
    tutor: () => (tutor ??= call<Tutor>('./tutor-worker.js')),
    hasWorkers: true,
    dismiss: () => {
      for (const worker of workers) worker.terminate();
    },
  };
}

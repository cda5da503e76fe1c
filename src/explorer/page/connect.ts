import { type Remote, wrap } from 'comlink';
import type { Desk } from '../desk.ts';
import type { Studio } from '../studio.ts';
import type { Tutor } from '../tutor.ts';
import { openQuestions } from './open-questions.ts';

/** What the page asks: the desk reads and runs, the studio draws, the tutor teaches. */
export interface Staff {
  readonly desk: Remote<Desk>;
  readonly studio: Remote<Studio>;
  /** Called in where there is something to teach. */
  readonly tutor: () => Remote<Tutor>;
  /** Ends the workers; what they were asked and have not answered fails with `Dismissed`. */
  dismiss(): void;
}

function startWorker(file: string, onDeath: (reason: string) => void): Worker {
  const worker = new Worker(new URL(file, import.meta.url), { type: 'module' });
  worker.onerror = (event) => {
    event.preventDefault();
    onDeath(event.message || 'a worker could not be started');
  };
  return worker;
}

/**
 * Starts the desk and the studio: in workers, so that the page stays free, or within the page where the browser has
 * none.
 *
 * @param onDeath called where a worker cannot be started or dies
 */
export async function connect(onDeath: (reason: string) => void): Promise<Staff> {
  if (typeof Worker === 'undefined') {
    const { staffHere } = await import('../staff-here.ts');
    return { ...staffHere(), dismiss: () => {} };
  }
  const workers: Worker[] = [];
  const questions = openQuestions();
  const call = <T extends object>(file: string): Remote<T> => {
    const worker = startWorker(file, onDeath);
    workers.push(worker);
    return questions.through(wrap<T>(worker));
  };
  let tutor: Remote<Tutor> | undefined;
  return {
    desk: call<Desk>('./desk-worker.js'),
    studio: call<Studio>('./studio-worker.js'),
    tutor: () => (tutor ??= call<Tutor>('./tutor-worker.js')),
    dismiss: () => {
      for (const worker of workers) worker.terminate();
      questions.end();
    },
  };
}

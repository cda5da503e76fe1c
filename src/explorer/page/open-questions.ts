import type { Remote } from 'comlink';

/** What was asked stays without an answer: who was asked is gone. */
export class Dismissed extends Error {
  constructor() {
    super('The simulation had to be started anew: please do that again.');
    this.name = 'Dismissed';
  }
}

/** Questions to workers, which end with their workers: by itself a worker that is gone leaves them open for ever. */
export interface OpenQuestions {
  /** The same worker, whose answers are waited for here. Its calls reject with {@link Dismissed} after the end. */
  through<T extends object>(remote: Remote<T>): Remote<T>;
  end(): void;
}

/** None yet. */
export function openQuestions(): OpenQuestions {
  const open = new Set<(error: Error) => void>();
  let hasEnded = false;
  const ask = (question: () => Promise<unknown>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (hasEnded) return reject(new Dismissed());
      open.add(reject);
      question()
        .then(resolve, reject)
        .finally(() => open.delete(reject));
    });
  return {
    through: (remote) =>
      new Proxy(remote, {
        get: (target, name) => {
          const method = Reflect.get(target, name) as (...all: unknown[]) => Promise<unknown>;
          return (...all: unknown[]) => ask(() => method(...all));
        },
      }),
    end: () => {
      hasEnded = true;
      for (const reject of open) reject(new Dismissed());
    },
  };
}

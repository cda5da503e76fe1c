import { batchAddress } from '../engine/batch-address.ts';
import type { BatchResult } from '../engine/batch-result.ts';
import type { Batch } from '../engine/plan.ts';
import type { Scenario } from '../scenario/scenario-schema.ts';
import { truthNames } from '../scenario/truth-specs.ts';
import type { Hand, HandAnswer } from './hand.ts';
import type { RunBatches } from './refine.ts';
import { Superseded } from './superseded.ts';

/** Workers that share the batches of one run at a time; a newer run takes the place of an older one. */
export interface Crew {
  /** @throws Superseded where a newer run was begun or this one was dropped; Error where a batch fails */
  readonly runBatches: RunBatches;
  drop(): void;
}

/** A batch whose workers died is tried so many times in all; places whose workers die as often stay empty until the next run. */
const MOST_TRIES = 3;
/** Workers that are still at an older run after so long are replaced; most batches are done sooner than a worker starts. */
const PATIENCE_MS = 400;

interface Task {
  readonly batch: Batch;
  tries: number;
}

/** A run in hand. */
interface Job {
  readonly scenario: Scenario;
  readonly queue: Task[];
  /** Batches without a result. */
  open: number;
  readonly onResult: (batch: Batch, result: BatchResult) => void;
  readonly done: () => void;
  readonly fail: (error: Error) => void;
}

/** A worker's place in the crew. */
interface Place {
  /** Undefined where workers died too often. */
  hand?: Hand;
  /** The scenario that the worker holds. */
  told?: Scenario;
  /** What it is at; undefined where it waits. */
  at?: { readonly job: Job; readonly task: Task };
}

/**
 * Opens workers, which load their code at once.
 *
 * @param size number of workers, at least 1
 * @param open starts one
 */
export function openCrew(size: number, open: () => Hand): Crew {
  if (!(size >= 1)) throw new RangeError(`invalid size: ${size} (must be >= 1)`);
  let job: Job | undefined;
  /** Since the last answer. */
  let deaths = 0;

  const end = (finish: (ended: Job) => void): void => {
    const ended = job;
    job = undefined;
    if (ended) finish(ended);
  };
  const start = (place: Place): void => {
    const { hand } = place;
    if (!job || !hand) return;
    const task = job.queue.shift();
    if (!task) return;
    place.at = { job, task };
    if (place.told !== job.scenario) hand.postMessage({ scenario: job.scenario });
    place.told = job.scenario;
    hand.postMessage({ batch: task.batch });
  };
  const startWaiting = (): void => {
    for (const place of places) if (!place.at) start(place);
  };
  const take = (place: Place, answer: HandAnswer): void => {
    const { at } = place;
    delete place.at;
    deaths = 0;
    if (at && at.job === job) {
      if ('failure' in answer) end(({ fail }) => fail(new Error(answer.failure)));
      else {
        at.job.onResult(at.task.batch, answer.result);
        at.job.open--;
        if (at.job.open === 0) end(({ done }) => done());
      }
    }
    start(place);
  };
  const bury = (place: Place, reason: string): void => {
    const { at } = place;
    empty(place);
    deaths++;
    if (at && at.job === job && ++at.task.tries < MOST_TRIES) job.queue.unshift(at.task);
    else if (at && at.job === job) {
      const where = batchAddress(at.task.batch, truthNames(at.job.scenario));
      end(({ fail }) => fail(new Error(`workers died at ${where} (${reason})`)));
    }
    if (deaths < MOST_TRIES * size) fill(place);
    else if (places.every(({ hand }) => !hand))
      end(({ fail }) => fail(new Error(`workers die as soon as they start (${reason})`)));
    // What it leaves behind is for who waits
    else startWaiting();
  };
  const empty = (place: Place): void => {
    const { hand } = place;
    if (hand) {
      hand.onmessage = null;
      hand.onerror = null;
      hand.terminate();
    }
    delete place.hand;
    delete place.told;
    delete place.at;
  };
  const fill = (place: Place): void => {
    const hand = open();
    place.hand = hand;
    hand.onmessage = ({ data }) => take(place, data);
    hand.onerror = ({ message }) => bury(place, message ?? 'no reason given');
    start(place);
  };
  const places = Array.from({ length: size }, (): Place => ({}));
  for (const place of places) fill(place);

  const drop = (): void => end(({ fail }) => fail(new Superseded()));
  return {
    runBatches: (scenario, batches, onResult) => {
      drop();
      deaths = 0;
      if (batches.length === 0) return Promise.resolve();
      return new Promise((done, fail) => {
        const queue = batches.map((batch) => ({ batch, tries: 0 }));
        const mine: Job = { scenario, queue, open: queue.length, onResult, done, fail };
        job = mine;
        for (const place of places) {
          if (!place.hand) fill(place);
          else if (!place.at) start(place);
        }
        setTimeout(() => {
          for (const place of places) {
            if (job !== mine || !place.at || place.at.job === mine) continue;
            empty(place);
            fill(place);
          }
        }, PATIENCE_MS);
      });
    },
    drop,
  };
}

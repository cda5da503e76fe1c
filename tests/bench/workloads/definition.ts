import type { Peers } from '../find-peers.ts';
import type { Outcome } from '../outcome.ts';

/** How a bench is run. */
export interface BenchOptions {
  readonly peers: Peers;
  /** About a tenth of the work, and fewer rounds. */
  readonly isQuick: boolean;
  /** With what takes minutes: 10⁹ patients. */
  readonly isFull: boolean;
}

/** One entry of the registry: a piece of work with its targets. */
export interface Workload {
  readonly summary: string;
  measure(options: BenchOptions): Omit<Outcome, 'id'>;
}

/** One number that a program answers with, and its Monte Carlo standard error. */
export interface Answer {
  readonly name: string;
  readonly estimate: number;
  /** 0 where the answer is exact. */
  readonly mcse: number;
}

/** What one run of a program did and used. */
export interface Measurement {
  /** Pieces of work done: patients, trials, worlds. */
  readonly units: number;
  /** User and system time of all threads. */
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Peak of resident memory. */
  readonly peakBytes: number;
  readonly answers: readonly Answer[];
}

/** A program that does some work, and how to run it once. */
export interface Program {
  readonly name: string;
  run(): Measurement;
}

/** Inputs of a reference value: most are numbers. */
export type Inputs = Record<string, number> & {
  readonly start: string;
  readonly skip?: readonly string[];
  readonly clip: readonly [number, number];
  readonly times_h: readonly number[];
  readonly doses: readonly number[];
  readonly vols: readonly number[];
  readonly first: readonly [median: number, sigma: number];
  readonly second: readonly [median: number, sigma: number];
};

/** Computes a value with the project's own functions; one a model. */
export type Calculators = Readonly<Record<string, (inputs: Inputs) => number>>;

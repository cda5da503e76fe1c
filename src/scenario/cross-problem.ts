/** Something wrong between parts that are right by themselves, with the keys it belongs to. */
export interface CrossProblem {
  readonly keys: readonly PropertyKey[];
  readonly message: string;
}

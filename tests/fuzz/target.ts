import type fc from 'fast-check';

/** A part of the product that takes input from outside, and hostile input for it. */
export interface FuzzTarget<Input = unknown> {
  readonly summary: string;
  /** Inputs that it takes in about a second, for a quick look. */
  readonly quick: number;
  readonly inputs: fc.Arbitrary<Input>;
  /** Takes one input as the product does. @throws if the product did what it must not */
  take(input: Input): void | Promise<void>;
}

/** A number, or a word (the kind of an interval) that must be the same. */
export type Figure = number | string;

/** Figures by what they are called. */
export type Figures = Readonly<Record<string, Figure>>;

/** Something that the project computes and whose answer is known from elsewhere. */
export interface CaseDefinition {
  readonly id: string;
  /** What is computed, in words. */
  readonly title: string;
  /** Where the expected figures come from. */
  readonly source: string;
  readonly expected: Figures;
  /** How far a number may lie from the expected one, ends included: of every number, or by its name (0 where absent). */
  readonly tolerance: number | Readonly<Record<string, number>>;
  /** Passes where the figures are *not* reproduced: the suite can tell right from wrong. */
  readonly isNegativeControl?: true;
  /** The figures by the project's own functions, under the names of the expected ones. */
  compute(): Figures;
}

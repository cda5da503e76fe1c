/**
 * Equations of a definition and the symbols of its parameters, in plain notation.
 *
 * Words of letters are symbols; `_` and `^` lower and raise what follows; `/` sets what stands before it over what stands
 * after it; `√(…)` is a root; brackets group, and are not shown where fraction, root, sub- or superscript groups already;
 * words in double quotes are words. `α/β` is one symbol, and so is a letter under a hat or a tilde.
 */
export interface Equations {
  readonly equations: readonly string[];
  /** Symbols by the parameter's path within its block; `*` stands for any one key, '' for the block itself. */
  readonly symbols: Readonly<Record<string, string>>;
}

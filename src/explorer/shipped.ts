/** What comes with the page: texts by their names. */
export interface Shipped {
  readonly scenarios: Readonly<Record<string, string>>;
  /** Tables that scenarios name, by the path that they are named by. */
  readonly files: Readonly<Record<string, string>>;
  readonly effects: Readonly<Record<string, string>>;
}

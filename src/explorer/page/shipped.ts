/** What comes with the page: texts by their names. */
export interface Shipped {
  readonly scenarios: Readonly<Record<string, string>>;
  /** Tables that scenarios name, by the path that they are named by. */
  readonly files: Readonly<Record<string, string>>;
  readonly effects: Readonly<Record<string, string>>;
}

/** Fetches what comes with the page, from beside it. @throws Error if it is not there */
export async function fetchShipped(): Promise<Shipped> {
  const response = await fetch(new URL('./shipped.json', import.meta.url));
  if (!response.ok) throw new Error(`the scenarios could not be read (${response.status})`);
  return (await response.json()) as Shipped;
}

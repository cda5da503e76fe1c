import type { Shipped } from '../shipped.ts';

/** Fetches what comes with the page, from beside it. @throws Error if it is not there */
export async function fetchShipped(): Promise<Shipped> {
  const response = await fetch(new URL('./shipped.json', import.meta.url));
  if (!response.ok) throw new Error(`the scenarios could not be read (${response.status})`);
  return (await response.json()) as Shipped;
}

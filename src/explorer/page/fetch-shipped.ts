import { messageOf } from '../message-of.ts';
import type { Shipped } from '../shipped.ts';

/** Fetches what comes with the page, from beside it. @throws Error if it is not there */
export async function fetchShipped(): Promise<Shipped> {
  try {
    const response = await fetch(new URL('./shipped.json', import.meta.url));
    if (!response.ok) throw new Error(`the host says ${response.status}`);
    return (await response.json()) as Shipped;
  } catch (error) {
    throw new Error(`The scenarios that lie beside the page cannot be read: ${messageOf(error)}.`);
  }
}

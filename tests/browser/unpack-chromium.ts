import { unpackChromium } from './launch-chromium.ts';

/** Before any test file runs: several would unpack the same browser at once. */
export default async function setup(): Promise<void> {
  await unpackChromium();
}

import { onInterrupt } from './on-interrupt.ts';

/**
 * Writes results; if that fails or is interrupted, says what is left to go on from.
 *
 * @throws what `write` throws, with that said in its message
 */
export async function sayingWhatIsLeft(left: string, write: () => Promise<void>): Promise<void> {
  const release = onInterrupt(() => {
    console.error(`\nInterrupted: ${left}`);
    // No file is half written: each gets its name when it is whole
    process.exit(130);
  });
  try {
    await write();
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`${what}\n${left}`, { cause: error });
  } finally {
    release();
  }
}

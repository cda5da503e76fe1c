import { readHeader } from '../node/batch-file.ts';
import { type BatchHeader, headerDifference } from '../node/batch-header.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { UsageError } from './explain.ts';
import { shownPath } from './shown-path.ts';

/** What to do where --resume finds another run than is asked for. */
export const OTHERWISE = 'give another --out, or leave out --resume to start over';

/**
 * Makes sure that the batches of a file can be taken over by a run.
 *
 * @param isExtensible whether the numbers of replicates and worlds may differ
 * @throws UsageError saying what differs, or that the file cannot be read, and what to do
 */
export async function refuseOtherRun(
  path: string,
  header: BatchHeader,
  isExtensible: boolean,
): Promise<void> {
  const difference = await headerDifference(headerOf(path), header, isExtensible);
  if (difference) throw new UsageError(`${shownPath(path)} ${difference}: ${OTHERWISE}`);
}

function headerOf(path: string): BatchHeader {
  try {
    return readHeader(path);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new UsageError(`${shownPath(path)} ${error.problems[0].message}: ${OTHERWISE}`);
  }
}

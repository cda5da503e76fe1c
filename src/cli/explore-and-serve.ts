import { readExplorerFiles } from '../node/explorer-files.ts';
import { type ExplorerServer, openExplorerServer } from '../node/explorer-server.ts';
import { UsageError } from './explain.ts';

/** Options of `isoeffect explore`. */
export interface ExploreOptions {
  readonly port: number;
  readonly open?: boolean;
  readonly json?: boolean;
}

/**
 * `isoeffect explore`: checks the scenario, serves the page, says where, and stays until it is interrupted. An interruption
 * is how a server ends: no result is cut off, so the command is done (exit 0, not 130).
 */
export async function exploreAndServe(given: string | undefined, options: ExploreOptions): Promise<void> {
  const state = given === undefined ? '' : await stateOf(given);
  // Before the address is out, as whoever reads it may interrupt at once
  const interrupted = interruption();
  const server = await open(options.port);
  const url = `${server.url}${state}`;
  console.log(options.json ? JSON.stringify({ url }, null, 2) : url);
  console.error('Serving to this machine until Ctrl-C.');
  if (options.open) await show(url);
  await interrupted;
  await server.close();
}

/** Without a scenario, what reads one is not loaded. */
async function stateOf(given: string): Promise<string> {
  const { linkedState } = await import('./linked-state.ts');
  return linkedState(given);
}

/** Ctrl-C, the end of the session, and a terminal that is closed. */
const interruption = (): Promise<unknown> =>
  Promise.race(
    (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map(
      (signal) => new Promise((resolve) => process.once(signal, resolve)),
    ),
  );

/** @throws UsageError if the port cannot be had */
async function open(port: number): Promise<ExplorerServer> {
  try {
    return await openExplorerServer({ files: readExplorerFiles(), port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new UsageError(`--port ${port}: another program listens there; 0 takes a free one`);
    if (code === 'EACCES') throw new UsageError(`--port ${port}: may not be used here; 0 takes a free one`);
    throw error;
  }
}

/** Opens the browser; the page is served whether that works or not. */
async function show(url: string): Promise<void> {
  const { openBrowser } = await import('../node/open-browser.ts');
  openBrowser(url).catch((error: Error) =>
    console.error(`warning: ${error.message}; open the address above`),
  );
}

import { spawn } from 'node:child_process';
import { systemReason } from './system-reason.ts';

/** The command that opens an address in the browser of its user, without a shell to read more into it. */
function commandFor(platform: NodeJS.Platform): readonly [command: string, ...args: string[]] {
  if (platform === 'darwin') return ['open'];
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}

/**
 * Opens an address in the browser; done when the system's command is, which may be as late as the browser is closed.
 *
 * @throws Error saying why it could not be opened
 */
export function openBrowser(url: string, platform = process.platform): Promise<void> {
  const [command, ...args] = commandFor(platform);
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the browser could not be opened (${command}: ${why})`));
    try {
      // In a group of its own: Ctrl-C ends the server, not the browser
      const child = spawn(command, [...args, url], { detached: true, stdio: 'ignore' });
      child.once('error', (error) => fail(systemReason(error)));
      child.once('exit', (code) => (code === 0 ? resolve() : fail(`exit code ${code}`)));
      child.unref();
    } catch (error) {
      // An address that is longer than an argument may be
      fail(systemReason(error));
    }
  });
}

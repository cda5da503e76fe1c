#!/usr/bin/env node
import module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
// Nothing newer is in this file, and nothing else is loaded before: an old Node would stop at what it cannot read
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`isoeffect needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 1;
} else {
  /** Node from 22.1 on keeps what it compiled for the next command. */
  const { enableCompileCache } = module as { enableCompileCache?: () => void };
  enableCompileCache?.();
  const { runCommandLine } = await import('./command-line.ts');
  // Set rather than exit, so that what is still being written to a pipe gets there
  process.exitCode = await runCommandLine(process.argv);
}

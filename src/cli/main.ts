#!/usr/bin/env node
import module from 'node:module';

/** Node from 22.1 on keeps what it compiled for the next command. */
const { enableCompileCache } = module as { enableCompileCache?: () => void };
enableCompileCache?.();

const { runCommandLine } = await import('./command-line.ts');
// Set rather than exit, so that what is still being written to a pipe gets there
process.exitCode = await runCommandLine(process.argv);

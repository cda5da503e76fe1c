#!/usr/bin/env node
import module from 'node:module';
import { loadPart } from './load-part.ts';

/** Node from 22.1 on keeps what it compiled for the next command. */
const { enableCompileCache } = module as { enableCompileCache?: () => void };
enableCompileCache?.();

const { runCommandLine } = await loadPart<typeof import('./command-line.ts')>('command-line');
// Set rather than exit, so that what is still being written to a pipe gets there
process.exitCode = await runCommandLine(process.argv);

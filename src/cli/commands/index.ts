import type { Command } from 'commander';
import { calibrateCommand } from './calibrate.ts';
import { completionCommand } from './completion.ts';
import { designCommand } from './design.ts';
import { eqd2Command } from './eqd2.ts';
import { estimateCommand } from './estimate.ts';
import { exampleCommand } from './example.ts';
import { exploreCommand } from './explore.ts';
import { initCommand } from './init.ts';
import { listCommand } from './list.ts';
import { mergeCommand } from './merge.ts';
import { reportCommand } from './report.ts';
import { runCommand } from './run.ts';
import { sensitivityCommand } from './sensitivity.ts';
import { sizeCommand } from './size.ts';
import { sweepCommand } from './sweep.ts';
import { validateCommand } from './validate.ts';
import { verifyCommand } from './verify.ts';

/** Every command; what is heavy is loaded when one runs. */
export function registerCommands(program: Command): void {
  for (const register of [
    runCommand,
    mergeCommand,
    sizeCommand,
    sweepCommand,
    sensitivityCommand,
    exampleCommand,
    exploreCommand,
    validateCommand,
    eqd2Command,
    designCommand,
    estimateCommand,
    calibrateCommand,
    listCommand,
    initCommand,
    reportCommand,
    verifyCommand,
    completionCommand,
  ])
    register(program);
}

import type { FuzzTarget } from '../target.ts';
import { argumentsTarget } from './arguments.ts';
import { batchesTarget } from './batches.ts';
import { commandLineTarget } from './command-line.ts';
import { linkTarget } from './link.ts';
import { resultTarget } from './result.ts';
import { scenarioTarget } from './scenario.ts';
import { scheduleTarget } from './schedule.ts';
import { cellsTarget, doseVolumeTarget, drawsTarget, effectsTarget, evidenceTarget } from './tables.ts';

/** Every part of the product that takes input from outside. */
export const targets: Readonly<Record<string, FuzzTarget>> = {
  scenario: scenarioTarget,
  schedule: scheduleTarget,
  evidence: evidenceTarget,
  doseVolume: doseVolumeTarget,
  draws: drawsTarget,
  cells: cellsTarget,
  effects: effectsTarget,
  arguments: argumentsTarget,
  link: linkTarget,
  result: resultTarget,
  batches: batchesTarget,
  commandLine: commandLineTarget,
};

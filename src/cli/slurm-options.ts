import { InvalidArgumentError } from 'commander';
import { MOST_SHARDS } from '../engine/deal-shards.ts';
import { wholeNumber } from './options.ts';

/** Parses the number of parts that a run is divided into. */
export const numberOfShards = wholeNumber(1, MOST_SHARDS);

/** Checks a time limit as Slurm takes it: 90 (minutes), 30:00, 12:00:00, 2-12 (days and hours), 2-12:00, 2-12:00:00. */
export function slurmTime(text: string): string {
  if (!/^\d+(:\d\d){0,2}$|^\d+-\d\d?(:\d\d){0,2}$/.test(text))
    throw new InvalidArgumentError('must be minutes, hours:minutes:seconds or days-hours.');
  return text;
}

/** Checks a size of memory as Slurm takes it: 4G, 500M; megabytes without a unit. */
export function slurmMemory(text: string): string {
  if (!/^[1-9]\d*[KMGT]?$/.test(text)) throw new InvalidArgumentError('must be a size as 4G or 500M.');
  return text;
}

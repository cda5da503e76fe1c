import { describe, expect, it } from 'vitest';
import { parseShard } from '../../src/cli/shard-option.ts';

const slurm = (id: number, min: number, max: number, count: number, step = 1) => ({
  SLURM_ARRAY_TASK_ID: String(id),
  SLURM_ARRAY_TASK_MIN: String(min),
  SLURM_ARRAY_TASK_MAX: String(max),
  SLURM_ARRAY_TASK_COUNT: String(count),
  SLURM_ARRAY_TASK_STEP: String(step),
});

describe('--shard', () => {
  it.each([
    ['1/1', {}, 1, 1],
    ['3/8', slurm(1, 1, 4, 4), 3, 8],
    ['auto', slurm(1, 1, 8, 8), 1, 8],
    ['auto', slurm(7, 0, 7, 8), 8, 8],
    ['auto', slurm(9, 1, 13, 4, 4), 3, 4],
    // A part of an array that is run again
    ['auto/8', slurm(5, 5, 5, 1), 5, 8],
    ['auto/8', { JOB_COMPLETION_INDEX: '0' }, 1, 8],
    ['auto/8', { JOB_COMPLETION_INDEX: '7' }, 8, 8],
  ])('%s in %j', (text, environment, index, count) => {
    expect(parseShard(text, environment)).toEqual({ index, count });
  });

  it.each([
    ['0/8', {}, 'must be one from 1 to 8'],
    ['9/8', {}, 'must be one from 1 to 8'],
    ['1/0', {}, 'there must be 1 to'],
    ['1/1e3', {}, 'must be i/n'],
    ['3', {}, 'must be i/n'],
    ['3/8 ', {}, 'must be i/n'],
    ['-1/8', {}, 'must be i/n'],
    ['/8', {}, 'must be i/n'],
    ['', {}, 'must be i/n'],
    ['auto', {}, 'this is no task of an array'],
    ['auto/8', {}, 'this is no task of an array'],
    ['auto', { SLURM_ARRAY_TASK_ID: '3' }, 'give auto/n'],
    ['auto', slurm(5, 3, 5, 2), 'the array leaves numbers out'],
    ['auto', { JOB_COMPLETION_INDEX: '3' }, 'give auto/n'],
    ['auto/8', slurm(0, 0, 7, 8), '--array=1-8'],
    ['auto/8', { JOB_COMPLETION_INDEX: '8' }, 'must be one from 1 to 8'],
  ])('refuses %j in %j', (text, environment, message) => {
    expect(() => parseShard(text, environment)).toThrow(message);
  });
});

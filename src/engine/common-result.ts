import type { RunResult } from './result.ts';

/** What every result of a run holds, whatever it answers. */
export type CommonResult = Pick<
  RunResult,
  | 'isoeffect'
  | 'scenario'
  | 'seed'
  | 'worlds'
  | 'replicates'
  | 'arms'
  | 'patients'
  | 'assumptions'
  | 'warnings'
  | 'burden'
>;

import { parseArgs } from 'node:util';
import { type WorkloadId, workloads } from './workloads/index.ts';

/** What a bench was asked for. */
export interface Options {
  readonly hasPeers: boolean;
  readonly only: readonly WorkloadId[];
  readonly isQuick: boolean;
  readonly isFull: boolean;
  /** Folder of the results. */
  readonly out: string;
  /** Whether the guide's tables are written anew. */
  readonly writesDocs: boolean;
}

export const USAGE = `Usage: npm run bench[:peers] -- [--only T1,T3] [--quick] [--full] [--out DIR] [--write-docs]

${Object.entries(workloads)
  .map(([id, { summary }]) => `  ${id}  ${summary}`)
  .join('\n')}
`;

/**
 * Reads the arguments of a bench.
 *
 * @throws TypeError or RangeError on arguments that are none
 */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      peers: { type: 'boolean', default: false },
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      out: { type: 'string', default: 'out/bench' },
      'write-docs': { type: 'boolean', default: false },
    },
  });
  const only = values.only?.split(',') ?? Object.keys(workloads);
  const unknown = only.filter((id) => !(id in workloads));
  if (unknown.length > 0)
    throw new RangeError(
      `unknown workload: ${unknown.join(', ')} (must be of ${Object.keys(workloads).join(', ')})`,
    );
  return {
    hasPeers: values.peers,
    only: only as WorkloadId[],
    isQuick: values.quick,
    isFull: values.full,
    out: values.out,
    writesDocs: values['write-docs'],
  };
}

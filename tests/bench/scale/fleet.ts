import { normalQuantile } from '../../../src/numeric/normal-quantile.ts';
import { seedKey } from '../../../src/random/seed-key.ts';
import { fillUniforms, purpose } from '../../../src/random/stream.ts';

const key = seedKey('scale');

/** How machines and shards differ. Assumed, as a university’s cluster is on an ordinary day. */
export const ASSUMED = {
  cores: 1000,
  coresPerNode: 50,
  /** Standard deviation of the log speed of a node, and of a shard beside others. */
  nodeSigma: 0.05,
  shardSigma: 0.1,
  /** How much longer the one slow node takes. */
  slowness: 2,
  /** From a shard’s start to its first patient: Node, reading, anchors. */
  startSeconds: 1,
  failuresPerCoreHour: 0.1,
  /** From a failure to when its shard may start again. */
  requeueSeconds: 30,
} as const;

/** The uniforms of one variable in one repeat: draw k belongs to node or shard k. */
function uniforms(repeat: number, name: string, count: number): Float64Array {
  const out = new Float64Array(count);
  fillUniforms(key, { world: 0, replicate: repeat, purpose: purpose(name) }, out, count);
  return out;
}

/** Times that the work of each core takes beside a usual one’s; the cores of a node share it. */
export function drawCores(repeat: number): Float64Array {
  const { cores, coresPerNode, nodeSigma, slowness } = ASSUMED;
  const nodes = cores / coresPerNode;
  const speed = uniforms(repeat, 'nodeSpeed', nodes);
  const slow = Math.floor(uniforms(repeat, 'slowNode', 1)[0] * nodes);
  return Float64Array.from({ length: cores }, (_, core) => {
    const node = Math.floor(core / coresPerNode);
    return Math.exp(nodeSigma * normalQuantile(speed[node])) * (node === slow ? slowness : 1);
  });
}

/** An attempt at a shard: its work beside a usual one’s, and the seconds after which it would fail. */
export interface Attempt {
  readonly work: number;
  readonly failsAfterSeconds: number;
}

/** Draws attempts at the shards of one repeat: the k-th attempt at a shard is the same whoever makes it. */
export function createAttempts(repeat: number, shards: number): (shard: number, attempt: number) => Attempt {
  const work = uniforms(repeat, 'shardWork', shards);
  const failures: Float64Array[] = [];
  return (shard, attempt) => {
    failures[attempt] ??= uniforms(repeat, `failure/${attempt}`, shards);
    return {
      work: Math.exp(ASSUMED.shardSigma * normalQuantile(work[shard])),
      failsAfterSeconds: (-3600 * Math.log(failures[attempt][shard])) / ASSUMED.failuresPerCoreHour,
    };
  };
}

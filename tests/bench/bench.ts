import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { VERSION } from '../../src/engine/version.ts';
import { findPeers, noPeers, type Peers } from './find-peers.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import type { Outcome } from './outcome.ts';
import { projectRoot } from './project-root.ts';
import { outcomeLines, targetLines } from './tables.ts';
import { renderTargets } from './targets-chart.ts';
import { workloads } from './workloads/index.ts';
import { writeDocs } from './write-docs.ts';

const machine = `${cpus()[0]?.model ?? 'an unknown processor'}, ${availableParallelism()} cores, ${platform()}, Node ${process.versions.node}`;

function optionsOrUsage(): Options {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exit(2);
  }
}

function measureAll({ only, isQuick, isFull }: Options, peers: Peers): Outcome[] {
  return only.map((id) => {
    console.error(`${id}: ${workloads[id].summary} …`);
    const outcome = { id, ...workloads[id].measure({ peers, isQuick, isFull }) };
    console.log(`\n${outcomeLines(outcome).join('\n')}`);
    return outcome;
  });
}

const options = optionsOrUsage();
const peers = options.hasPeers ? findPeers() : noPeers;
for (const sentence of peers.missing) console.error(sentence);
const outcomes = measureAll(options, peers);
if (outcomes.some(({ disagreements }) => disagreements.length > 0)) process.exit(1);
const targets = outcomes.flatMap((outcome) => outcome.targets);
console.log(`\n${targetLines(targets).join('\n')}`);
const out = resolve(options.out);
mkdirSync(out, { recursive: true });
const record = { isoeffect: VERSION, machine, isQuick: options.isQuick, missing: peers.missing, outcomes };
writeFileSync(join(out, 'bench.json'), `${JSON.stringify(record, undefined, 1)}\n`);
if (targets.length > 0) {
  const { svg, spec } = await renderTargets(targets);
  writeFileSync(join(out, 'targets.svg'), svg);
  writeFileSync(join(out, 'targets.vl.json'), `${JSON.stringify(spec, undefined, 1)}\n`);
}
if (options.writesDocs) writeDocs(join(projectRoot, 'docs/guide/speed.md'), outcomes, machine);
console.log(`\nResults: ${out}`);

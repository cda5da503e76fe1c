import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { sweepCommand } from '../src/cli/commands/sweep.ts';
import type { SweepOptions } from '../src/cli/sweep-options.ts';
import { sweepText } from '../src/report/sweep-text.ts';
import { listCells } from '../src/study/sweep/sweep-grid.ts';
import { readTip } from '../src/study/sweep/tip.ts';
import { readVariedPath } from '../src/study/sweep/varied-path.ts';
import { root, shippedText } from './fixtures/scenario-text.ts';
import { sweepInline } from './fixtures/sweep-inline.ts';

const path = join(root, 'docs/guide/sweeps.md');
const guide = readFileSync(path, 'utf8');
const blocksOf = (language: string): string[] =>
  [...guide.matchAll(/```(\w+)\n([\s\S]*?)```/g)].filter(([, l]) => l === language).map(([, , text]) => text);
const commands = blocksOf('sh').flatMap((text) => text.trim().split('\n'));
const answers = new Map<string, string>();

/** The words of a command line. */
const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain);

/** Runs a command of the guide in this thread, with few replicates and worlds. */
async function ask(line: string): Promise<string> {
  const program = new Command();
  let asked: [scenario: string, options: SweepOptions] | undefined;
  sweepCommand(program);
  program.commands[0].action((given: string, options: SweepOptions) => {
    asked = [given, options];
  });
  await program.parseAsync(wordsOf(line).slice(2), { from: 'user' });
  const [scenario, { vary, set, truths, tip }] = asked!;
  const text = shippedText(scenario);
  const worlds = tip.some((target) => target.startsWith('assurance')) ? 20 : 0;
  const few = ['simulation.replicates=40', `simulation.worlds=${worlds}`];
  const tips = tip.length > 0 ? { tips: tip.map(readTip) } : {};
  const result = await sweepInline({
    text,
    vary,
    set: [...set, ...few],
    hasTruths: truths ?? false,
    ...tips,
  });
  return sweepText(result).join('\n');
}

describe('the guide to sweeps', () => {
  it.each(commands)('%s', async (line) => {
    expect(line).toMatch(/^npx isoeffect sweep /);
    const answer = await ask(line);
    expect(answer).toMatch(/\d cells, 40 simulated trials each/);
    answers.set(line, answer);
  });

  it('shows what the first command prints', () => {
    expect(answers.get(commands[0])).toContain(blocksOf('text')[0].trim());
  });

  it('writes values that can be read', () => {
    const written = [...guide.matchAll(/^\| `([^`]+)` \|/gm)].map(([, values]) => values);
    expect(written).toHaveLength(5);
    const counts = written.slice(0, 4).map((values) => readVariedPath(`a=${values}`).values.length);
    expect(counts).toEqual([3, 9, 5, 2]);
    expect(listCells(blocksOf('csv')[0], 'cells.csv').count).toBe(2);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Crew } from '../../src/explorer/crew.ts';
import { createDesk } from '../../src/explorer/desk.ts';
import type { ExploreEvent } from '../../src/explorer/explore-event.ts';
import { runHere } from '../../src/explorer/run-here.ts';

const quickStart = readFileSync('scenarios/quick-start.yaml', 'utf8').replace(
  'replicates: 4000, worlds: 500',
  'replicates: 600, worlds: 20',
);

async function explore(text: string, desk = createDesk(runHere, 1)): Promise<ExploreEvent[]> {
  const events: ExploreEvent[] = [];
  await desk.explore({ file: 'x.yaml', text }, (event) => events.push(event));
  return events;
}

describe('createDesk', () => {
  it('accepts, refines and answers', async () => {
    const events = await explore(quickStart);
    expect(events[0]).toEqual({ kind: 'accepted', warnings: [] });
    const stages = events.flatMap((event) => (event.kind === 'stage' ? [event.stage] : []));
    expect(stages.map(({ isLast }) => isLast)).toEqual([false, false, true]);
    expect(stages[2].sentences[0]).toMatch(/^If things are as planned, the trial shows its claim in 24\.2 %/);
    expect(stages[2].glances.map(({ question }) => question)).toContain('Assurance');
    expect(stages[2].simulated).toMatch(
      /^Power: 2\d\.?\d* ± 1\.\d+ % in 600 simulated trials; exact 24\.2 %$/,
    );
  });

  it('places every problem', async () => {
    const wrong = quickStart
      .replace('model: logistic', 'model: logistics')
      .replace('perArm: 100', 'perArm: -1');
    const [event] = await explore(wrong);
    expect(event.kind).toBe('problems');
    const lines = wrong.split('\n');
    for (const { line, column, message, text } of event.kind === 'problems' ? event.problems : []) {
      const at = lines[line! - 1].slice(column! - 1);
      expect(at.startsWith('logistics') || at.startsWith('-1')).toBe(true);
      expect(text).toBe(`x.yaml:${line}:${column}  ${message}`);
    }
    expect(event.kind === 'problems' && event.problems).toHaveLength(2);
  });

  it('refuses what is too large for a page, and points to the command line', async () => {
    const events = await explore(quickStart.replace('replicates: 600', 'replicates: 400000000'));
    expect(events.map(({ kind }) => kind)).toEqual(['accepted', 'refused']);
    expect(events[1].kind === 'refused' && events[1].reason).toMatch(
      /^This run would take about .* minutes and .* GB in this browser\. .*npx isoeffect run scenario\.yaml$/,
    );
  });

  it('says nothing more of a text once it has a newer one', async () => {
    const desk = createDesk(runHere, 1);
    const old: ExploreEvent[] = [];
    const first = desk.explore({ file: 'old.yaml', text: quickStart }, (event) => old.push(event));
    const events = await explore(quickStart, desk);
    await first;
    expect(old.map(({ kind }) => kind)).toEqual(['accepted']);
    expect(events.at(-1)!.kind).toBe('stage');
  });

  it('runs nothing more of a text once a newer one has come between two of its stages', async () => {
    let runs = 0;
    const openCrew = (): Crew => {
      const crew = runHere();
      const runBatches: Crew['runBatches'] = (...all) => {
        runs++;
        return crew.runBatches(...all);
      };
      return { ...crew, runBatches };
    };
    const desk = createDesk(openCrew, 1);
    const newer: ExploreEvent[] = [];
    let second: Promise<void> | undefined;
    await desk.explore({ file: 'old.yaml', text: quickStart }, ({ kind }) => {
      if (kind === 'stage')
        second ??= desk.explore({ file: 'new.yaml', text: quickStart }, (event) => newer.push(event));
    });
    await second;
    expect(newer.at(-1)).toMatchObject({ kind: 'stage', stage: { isLast: true } });
    // All but the first, which needs no crew
    expect(runs).toBe(newer.filter(({ kind }) => kind === 'stage').length - 1);
  });

  it('reads files that it was told, and no other', async () => {
    const text = quickStart.replace(
      'anchor: { schedule: 25 x 2 Gy, rate: 0.93, atYears: 3 }',
      'anchor: { schedule: 25 x 2 Gy, rate: 0.93, atYears: 3 }\n    dvh: { file: /etc/passwd }',
    );
    const [event] = await explore(text);
    expect(event.kind === 'problems' && event.problems[0].message).toContain(
      '/etc/passwd: there is no such file here',
    );
  });
});

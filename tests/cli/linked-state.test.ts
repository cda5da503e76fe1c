import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { linkedState } from '../../src/cli/linked-state.ts';
import { readScenario } from '../../src/scenario/read-scenario.ts';
import { decodeScenarioText } from '../../src/scenario/scenario-link.ts';
import { scratch } from '../fixtures/command-line.ts';
import { exampleText, exampleWith } from '../fixtures/scenario-text.ts';

const WOUNDS = /model: logistic\n {4}alphaBetaGy: 10\n(?: {4}.*\n){3}/.exec(exampleText)![0];
const withDvh = exampleWith(
  WOUNDS,
  `model: lkb
    dvh: { file: skin.csv, prescribedGy: 50 }
    m: 0.3
    n: 0.25
    td50Gy: 60
`,
);
const SKIN = 'doseGy,volumePercent\n10,50\n30,30\n50,20\n';

/** A scenario in a file, with a table beside it; returns its path. */
function written(text: string, skin: string): string {
  const folder = scratch();
  writeFileSync(join(folder, 'x.yaml'), text);
  writeFileSync(join(folder, 'skin.csv'), skin);
  return join(folder, 'x.yaml');
}

/** The text of a scenario that the state holds whole. */
function textIn(state: string): Promise<string> {
  expect(state).toMatch(/^#yaml=[\w-]+$/);
  return decodeScenarioText(state.slice('#yaml='.length));
}

describe('the state of the explorer in its address', () => {
  let said: string[];
  beforeEach(() => {
    said = [];
    vi.spyOn(console, 'error').mockImplementation((line) => said.push(line));
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('a file’s text goes as it is written, whatever lies beside it', async () => {
    const file = written(exampleText, SKIN);
    expect(await textIn(await linkedState(file))).toBe(exampleText);
    expect(said.filter((line) => !line.startsWith('warning: '))).toEqual([]);
  });

  it('a scenario that names a file goes as resolved, as the page cannot read that, and this is said', async () => {
    const file = written(withDvh, SKIN);
    const text = await textIn(await linkedState(file));
    expect(said).toContain(`${file}: the page gets it as resolved, with the contents of skin.csv in place`);
    const { scenario } = readScenario(withDvh, file, [], () => SKIN);
    expect(readScenario(text, 'linked').scenario).toEqual(scenario);
  });

  it('a shipped scenario goes by its name, whatever it names: the page has its files', async () => {
    expect(await linkedState('late-effects-5x8')).toBe('#scenario=late-effects-5x8');
  });

  it('one that names more than a scenario may hold is wrong input', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${50 * Math.sqrt((i + 1) / 20_000)},0.005`);
    const file = written(withDvh, `doseGy,volumePercent\n${rows.join('\n')}\n`);
    await expect(linkedState(file)).rejects.toMatchObject({
      name: 'UsageError',
      message: `${file}: the scenario is too long for a link (more than 1000000 characters)`,
    });
  });

  it('warns of what validate warns of', async () => {
    const file = written(withDvh, SKIN);
    const { warnings } = readScenario(withDvh, file, [], () => SKIN);
    expect(warnings.length).toBeGreaterThan(0);
    await linkedState(file);
    expect(said).toEqual(expect.arrayContaining(warnings.map((warning) => `warning: ${warning}`)));
  });
});

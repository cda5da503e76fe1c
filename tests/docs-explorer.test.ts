import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessons } from '../src/explorer/lessons/index.ts';
import { decodeState } from '../src/explorer/share/decode-state.ts';
import { root } from './fixtures/scenario-text.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const guide = read('docs/guide/explorer.md');

describe('the guide to the explorer', () => {
  it('lists the lessons in their order, and how long they take', () => {
    const listed = [...guide.matchAll(/^\d\. ([^:.]+)/gm)].map(([, title]) => title);
    const definitions = Object.values(lessons);
    expect(listed).toHaveLength(definitions.length);
    definitions.forEach(({ title }, i) => {
      expect(listed[i].startsWith(title), `${listed[i]} | ${title}`).toBe(true);
    });
    const minutes = definitions.map((lesson) => lesson.minutes);
    expect(guide).toContain(`${Math.min(...minutes)} to ${Math.max(...minutes)} minutes`);
  });

  it('links to a step that there is', async () => {
    const [, hash] = guide.match(/`(#lesson=[^`]+)`/)!;
    const state = await decodeState(hash, { scenarios: [], lessons: Object.keys(lessons) });
    if ('problem' in state) throw new Error(state.problem);
    expect(lessons[state.lesson as keyof typeof lessons].steps[state.step!]).toBeDefined();
  });

  it('gives hosts the policy of the page, which is the local server’s but for what only headers say', () => {
    const [, policy] = guide.match(/Content-Security-Policy: (.+)/)!;
    expect(read('src/explorer/page/index.html')).toContain(`content="${policy}"`);
    const server = read('src/node/explorer-server.ts');
    expect(policy.split('; ').filter((directive) => !server.includes(directive))).toEqual([]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { ExploreEvent } from '../../../src/explorer/explore-event.ts';
import { createEnquiry, type Explore } from '../../../src/explorer/page/enquiry.ts';

const accepted: ExploreEvent = { kind: 'accepted', warnings: [] };
const progress: ExploreEvent = { kind: 'progress', share: 0.5 };

/** A desk under the test's control: what it was sent, and how it answers. */
class FakeDesk {
  readonly texts: string[] = [];
  readonly tell: ((event: ExploreEvent) => void)[] = [];
  readonly end: (() => void)[] = [];
  readonly break: ((error: Error) => void)[] = [];
  readonly explore: Explore = ({ text }, onEvent) => {
    this.texts.push(text);
    this.tell.push(onEvent);
    return new Promise((resolve, reject) => {
      this.end.push(resolve);
      this.break.push(reject);
    });
  };
}

describe('createEnquiry', () => {
  let heard: string[];
  let ask: ReturnType<typeof createEnquiry>;
  let desk: FakeDesk;
  const askFor = (text: string, of = desk): void => ask(of.explore, { file: 'x.yaml', text });
  beforeEach(() => {
    heard = [];
    desk = new FakeDesk();
    ask = createEnquiry((event, text) => heard.push(`${text}: ${event.kind}`));
  });

  it('sends no other text while one is read, then the latest alone', () => {
    for (const text of ['a', 'b', 'c']) askFor(text);
    expect(desk.texts).toEqual(['a']);
    desk.tell[0](accepted);
    expect(desk.texts).toEqual(['a', 'c']);
    expect(heard).toEqual(['a: accepted']);
  });

  it('hears nothing more of a text that a newer one was sent after', async () => {
    askFor('a');
    askFor('b');
    desk.tell[0](accepted);
    askFor('c');
    desk.tell[0](progress);
    desk.end[0]();
    await Promise.resolve();
    expect(heard).toEqual(['a: accepted']);
    expect(desk.texts).toEqual(['a', 'b']);
    desk.tell[1](accepted);
    expect(desk.texts).toEqual(['a', 'b', 'c']);
  });

  it('goes on where a desk ends without a word, and says why one failed', async () => {
    askFor('a');
    desk.end[0]();
    await Promise.resolve();
    askFor('b');
    desk.break[1](new Error('out of memory'));
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toEqual(['b: refused']);
  });

  it('asks another desk at once, and no longer hears the one before', () => {
    askFor('a');
    const other = new FakeDesk();
    askFor('a', other);
    expect(other.texts).toEqual(['a']);
    desk.tell[0](accepted);
    expect(heard).toEqual([]);
  });
});

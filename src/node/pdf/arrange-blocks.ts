import type { Content } from 'pdfmake';
import type { Block } from './block.ts';
import { PAGE_MARGINS } from './page-size.ts';

type Orientation = 'portrait' | 'landscape';

/** Points for a heading, or a line that leads to something, and for the first lines of that. */
const ROOM_FOR = { lead: 32, firstLines: 80 };
/** Blocks that lead to one another up to which they surely fit on a page with what they lead to. */
const MOST_LEADS = 4;

/** Blocks, each with those before it that lead to it. */
function groupsOf(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  let group: Block[] = [];
  for (const block of blocks) {
    group.push(block);
    if (block.leads) continue;
    groups.push(group);
    group = [];
  }
  return group.length > 0 ? [...groups, group] : groups;
}

/** One content of what stays together: all of it, or at least its beginning. */
function groupContent(group: readonly Block[]): object {
  const stack = group.map(({ content }) => content);
  const last = group.at(-1)!;
  const leads = group.length - 1;
  if (last.isWhole && leads <= MOST_LEADS) return { stack, unbreakable: true };
  const [first, ...rest] = stack;
  const room = leads === 0 ? {} : { headlineLevel: leads * ROOM_FOR.lead + ROOM_FOR.firstLines };
  return { stack: [{ ...(first as object), ...room }, ...rest] };
}

/**
 * Blocks as the content of a PDF: what leads to something is on its page, which is turned where it has to be.
 *
 * What the end of a page may part has the points that its beginning needs as its level of headline, for
 * {@link isShortOfRoom}: pdfmake hands nothing else on.
 */
export function arrangeBlocks(blocks: readonly Block[]): Content[] {
  let before: Orientation = 'portrait';
  return groupsOf(blocks).map((group): Content => {
    const pageOrientation = group.at(-1)!.isLandscape ? 'landscape' : 'portrait';
    const turn = pageOrientation === before ? {} : { pageBreak: 'before', pageOrientation };
    before = pageOrientation;
    return { ...groupContent(group), ...turn } as Content;
  });
}

/** What pdfmake tells of something that it has laid out. */
interface LaidOut {
  readonly headlineLevel?: number | undefined;
  readonly startPosition: { readonly top: number; readonly pageInnerHeight: number };
}

/** Whether the rest of a page is too little for the beginning of what stays together. */
export function isShortOfRoom({ headlineLevel, startPosition }: LaidOut): boolean {
  const [, top] = PAGE_MARGINS;
  return (
    headlineLevel !== undefined && startPosition.top + headlineLevel > top + startPosition.pageInnerHeight
  );
}

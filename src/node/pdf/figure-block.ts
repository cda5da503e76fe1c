import type { HTMLElement } from 'node-html-parser';
import type { Content } from 'pdfmake';
import type { Block } from './block.ts';
import { inlineRuns, plainText } from './inline-runs.ts';
import { LINE_HEIGHT, SIZE, SOFT } from './look.ts';
import { ROOM } from './page-size.ts';
import { paperSvg } from './paper-svg.ts';

/** A pixel is 1/96 inch. */
const POINTS_PER_PIXEL = 0.75;
/** With its heading and caption a chart leaves room for another on the page. */
const MOST_HEIGHT = ROOM.height * 0.39;
/** A chart is not made smaller than this for another’s sake, that its labels can be read. */
const LEAST_SCALE = 0.8;
/** A chart takes no more, that its headings and a caption of some lines fit on its page. */
const WHOLE_HEIGHT = ROOM.height * 0.75;
/** Points that headings above a chart take at most, and those of a line that holds at least so many characters. */
const HEADINGS = 100;
const LINE = { characters: 80, points: 13 };

/** Size of an SVG in points: as on the page, or smaller to fit. */
function sizeOf(svg: HTMLElement): { width: number; height: number } {
  const [width, height] = ['width', 'height'].map(
    (side) => Number(svg.getAttribute(side)) * POINTS_PER_PIXEL,
  );
  const shared = Math.max(LEAST_SCALE, MOST_HEIGHT / height);
  const scale = Math.min(1, ROOM.portrait / width, shared, WHOLE_HEIGHT / height);
  return { width: width * scale, height: height * scale };
}

/**
 * A chart as vectors between its heading and its caption, together on a page.
 *
 * @param html the document that the figure is part of
 * @param heading as a block already
 */
export function figureBlock(figure: HTMLElement, html: string, heading: Block | undefined): Block {
  const svg = figure.querySelector('.wide svg') ?? figure.querySelector('svg');
  const caption = inlineRuns(figure.querySelector('figcaption')?.childNodes ?? []);
  const parts: Content[] = [];
  if (heading) parts.push(heading.content);
  if (svg)
    parts.push({
      svg: paperSvg(html.slice(...svg.range)),
      ...sizeOf(svg),
      font: 'Arimo',
      margin: [0, 2, 0, 4],
    });
  if (caption.length > 0)
    parts.push({ text: caption, fontSize: SIZE.small, color: SOFT, lineHeight: LINE_HEIGHT });
  const characters = plainText(caption).length + (figure.querySelector('h3')?.text.length ?? 0);
  const height = (svg ? sizeOf(svg).height : 0) + (characters / LINE.characters) * LINE.points + HEADINGS;
  return { content: { stack: parts, margin: [0, 0, 0, 16] }, isWhole: height <= ROOM.height };
}

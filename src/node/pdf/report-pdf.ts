import { createHash } from 'node:crypto';
import { type HTMLElement, parse } from 'node-html-parser';
import pdfmake from 'pdfmake';
import { arrangeBlocks, isShortOfRoom } from './arrange-blocks.ts';
import { FONTS } from './fonts.ts';
import { INK, SIZE, SOFT } from './look.ts';
import { PAGE_MARGINS } from './page-size.ts';
import { readBlocks } from './read-blocks.ts';

/** Characters of a title that the foot of a page has room for. */
const FOOT_CHARACTERS = 70;

/** What a PDF says of itself. */
interface About {
  readonly title: string;
  readonly subject: string;
  /** The program and its version. */
  readonly author: string;
  readonly language: string;
}

function aboutOf(root: HTMLElement): About {
  return {
    title: root.querySelector('title')?.text ?? '',
    subject: root.querySelector('p.kind')?.text ?? '',
    author: root.querySelector('meta[name=generator]')?.getAttribute('content') ?? 'isoeffect',
    language: root.querySelector('html')?.getAttribute('lang') ?? 'en-GB',
  };
}

/** Properties of the document; the identifier of the file is made of them. */
const infoOf = ({ title, subject, author }: About, html: string) => ({
  title,
  subject,
  author,
  creator: author,
  reportSha256: createHash('sha256').update(html).digest('hex'),
  // Not kept: without it the clock would be asked
  creationDate: new Date(0),
});

function foot({ title, author }: About) {
  const short = title.length > FOOT_CHARACTERS ? `${title.slice(0, FOOT_CHARACTERS - 1).trimEnd()}…` : title;
  const [left, , right] = PAGE_MARGINS;
  return (page: number, pages: number) => ({
    columns: [
      { text: `${author} · ${short} · not for patient care`, width: '*' },
      { text: `${page} / ${pages}`, width: 50, alignment: 'right' as const },
    ],
    fontSize: 7.5,
    color: SOFT,
    margin: [left, 14, right, 0] as [number, number, number, number],
  });
}

/** A document without the date that it was made with, and without the second copy of its properties, which needs one and escapes no markup. */
function leaveDatesOut(document: PDFKit.PDFDocument): void {
  delete document.info.CreationDate;
  Object.assign(document, { endMetadata: () => {} });
}

/**
 * A report as a PDF of A4 pages, from its HTML: the same text, tables, and charts as vectors, with an outline, and with
 * all that is folded unfolded. The same bytes for the same HTML: it holds no date, and its identifier is its content's.
 */
export async function reportPdf(html: string): Promise<Uint8Array> {
  const root = parse(html, { blockTextElements: { script: false, style: false } });
  const about = aboutOf(root);
  pdfmake.setFonts(FONTS);
  pdfmake.setUrlAccessPolicy(() => false);
  const files = Object.values(FONTS.Arimo);
  pdfmake.setLocalAccessPolicy((path) => files.includes(path));
  const pdf = pdfmake.createPdf({
    version: '1.7',
    pageSize: 'A4',
    pageMargins: PAGE_MARGINS,
    language: about.language,
    displayTitle: true,
    info: infoOf(about, html),
    defaultStyle: { font: 'Arimo', fontSize: SIZE.text, color: INK },
    footer: foot(about),
    content: arrangeBlocks(readBlocks(root.querySelector('main') ?? root, html)),
    pageBreakBefore: isShortOfRoom,
  });
  leaveDatesOut(await pdf.getStream());
  return pdf.getBuffer();
}

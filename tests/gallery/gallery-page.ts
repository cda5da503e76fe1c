import type { Figure } from '../../src/report/draw-figures.ts';
import { Markup, type MarkupValue, markup } from '../../src/report/markup.ts';
import { page } from '../../src/report/page.ts';
import { unbroken } from '../../src/report/unbroken.ts';

/** A report that the gallery leads to. */
export interface GalleryEntry {
  /** Its folder, beside the gallery. */
  readonly name: string;
  readonly title: string;
  readonly question: string | null;
  readonly answer: string;
  readonly figures: readonly Figure[];
}

const STYLE = `
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: 1.4rem; padding: 0; list-style: none; }
.cards li { padding: 1rem; border: 1px solid var(--line); border-top: 4px solid var(--accent); }
.cards h3 { margin: 0 0 .4rem; }
.cards svg { max-width: 100%; height: auto; }
main { max-width: 78rem; }
`;

/** The picture that says most of a report: the last of its own, before its examples. */
function pictureOf({ figures }: GalleryEntry): MarkupValue {
  const own = figures.filter(({ name }) => !name.startsWith('example-'));
  const figure = own.at(-1) ?? figures.at(-1);
  return figure && new Markup(figure.inline.narrow);
}

function card(entry: GalleryEntry): Markup {
  const { name, title, question, answer } = entry;
  return markup`<li><h3><a href="${name}/report.html">${unbroken(title)}</a></h3>
${question === null ? undefined : markup`<p class="note">${unbroken(question)}</p>`}
<p><strong>${unbroken(answer)}</strong></p>
${pictureOf(entry)}</li>
`;
}

/** Every chart that some report shows, with a report that shows it. */
function chartsList(entries: readonly GalleryEntry[]): Markup {
  const shown = new Map<string, Markup>();
  for (const { name, title, figures } of entries)
    for (const figure of figures) {
      const chart = figure.name.replace(/-\d+$/, '');
      if (shown.has(chart)) continue;
      const address = `${name}/report.html#${figure.name}`;
      shown.set(
        chart,
        markup`<li><a href="${address}"><code>${chart}</code></a>, in ${unbroken(title)}</li>`,
      );
    }
  const items = [...shown.values()];
  return markup`<ul>${items}</ul>`;
}

/** One page that leads to many reports, each with its question, its answer and a picture. */
export function galleryPage(version: string, entries: readonly GalleryEntry[]): Promise<string> {
  return page({
    title: 'Gallery of shipped scenarios',
    version,
    style: STYLE,
    sections: [
      markup`<header><p class="kind">isoeffect ${version}</p><h1>Gallery of shipped scenarios</h1>
<p class="question">${entries.length} trials, each run small: the pictures are true, their Monte Carlo errors larger than those of a full run.</p></header>`,
      markup`<section aria-labelledby="scenarios"><h2 id="scenarios">Scenarios</h2><ul class="cards">${entries.map(card)}</ul></section>`,
      markup`<section aria-labelledby="charts"><h2 id="charts">Charts</h2>${chartsList(entries)}</section>`,
    ],
  });
}

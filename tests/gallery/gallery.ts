// Renders every shipped scenario, run small, into one folder with a page that leads to all of them.
//
// Argument: the folder, out/gallery unless given
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../../src/engine/version.ts';
import { prepareFolder, writeWhole } from '../../src/node/output-folder.ts';
import { writeRendered } from '../../src/node/write-rendered.ts';
import { renderReport } from '../../src/report/render-report.ts';
import { resultAnswer } from '../../src/report/result-answer.ts';
import { shippedNames, shippedResult } from '../fixtures/shipped-results.ts';
import { type GalleryEntry, galleryPage } from './gallery-page.ts';

const LIMIT = { replicates: 2000, worlds: 500 };

const [folder = 'out/gallery'] = process.argv.slice(2);
prepareFolder(folder);
const entries: GalleryEntry[] = [];
for (const name of shippedNames) {
  console.error(`${name} …`);
  const result = await shippedResult(name, LIMIT);
  const rendered = await renderReport(result);
  mkdirSync(join(folder, name), { recursive: true });
  await writeRendered(join(folder, name), rendered);
  const { title, question } = result.scenario;
  const [first] = resultAnswer(result);
  entries.push({ name, title, question, answer: first, figures: rendered.figures });
}
writeWhole(folder, 'index.html', await galleryPage(VERSION, entries));
console.log(`Gallery: ${folder}/index.html`);

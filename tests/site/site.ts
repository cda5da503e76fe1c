// Writes the pages of the site that are made from what there is: models, calculators, charts, cases of verification,
// shipped scenarios.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, shippedText } from '../fixtures/scenario-text.ts';
import { shippedNames } from '../fixtures/shipped-results.ts';
import { calculatorsPage } from './calculators-page.ts';
import { chartsPage } from './charts-page.ts';
import { modelsPage } from './models-page.ts';
import { scenariosPage } from './scenarios-page.ts';
import { verificationPage } from './verification-page.ts';

const folder = join(root, 'docs/reference');
const charts = await chartsPage();
mkdirSync(join(folder, 'charts'), { recursive: true });
for (const [file, svg] of Object.entries(charts.pictures)) writeFileSync(join(folder, 'charts', file), svg);
const pages = {
  models: modelsPage(),
  calculators: calculatorsPage(),
  charts: charts.text,
  verification: verificationPage(),
  scenarios: scenariosPage(shippedNames.map((name) => ({ name, text: shippedText(name) }))),
};
for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, `${name}.md`), text);
console.log(`Pages: ${folder}`);

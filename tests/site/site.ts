// Writes the pages of the site that are made from what there is: models, cases of verification, shipped scenarios.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, shippedText } from '../fixtures/scenario-text.ts';
import { shippedNames } from '../fixtures/shipped-results.ts';
import { modelsPage } from './models-page.ts';
import { scenariosPage } from './scenarios-page.ts';
import { verificationPage } from './verification-page.ts';

const folder = join(root, 'docs/reference');
mkdirSync(folder, { recursive: true });
const pages = {
  models: modelsPage(),
  verification: verificationPage(),
  scenarios: scenariosPage(shippedNames.map((name) => ({ name, text: shippedText(name) }))),
};
for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, `${name}.md`), text);
console.log(`Pages: ${folder}`);

// Takes a picture of the first page of a report, as a reader sees it.
//
// Arguments: report.html, the picture
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../browser/launch-chromium.ts';

const SIZE = { width: 960, height: 1020 };

const [report, picture] = process.argv.slice(2);
const browser = await launchChromium();
const page = await browser.newPage({ viewport: SIZE, deviceScaleFactor: 1.5 });
await page.goto(pathToFileURL(resolve(report)).href);
await page.screenshot({ path: picture });
await browser.close();

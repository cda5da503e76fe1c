import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFigures } from '../../src/node/write-figures.ts';
import type { Figure } from '../../src/report/draw-figures.ts';
import { renderFigures } from '../../src/report/render-figures.ts';
import { LOOKS, makeResult, TWO_ARMS } from '../report/make-result.ts';
import { TIMED_LOOKS } from '../report/times-texts.ts';

const FIGURES = 12;
const SECONDS = 5;

it('draws and writes twelve figures in less than five seconds of the processor’s time', async () => {
  const results = await Promise.all([TWO_ARMS, TIMED_LOOKS, LOOKS].map((text) => makeResult(text)));
  const folder = mkdtempSync(join(tmpdir(), 'isoeffect-figures-'));
  const before = process.cpuUsage();
  const figures: Figure[] = [];
  for (const [r, result] of results.entries())
    for (const figure of await renderFigures(result))
      figures.push({ ...figure, name: `${figure.name}-${r}` });
  const written = await writeFigures(folder, 'figures', figures);
  const { user, system } = process.cpuUsage(before);
  expect(written.length).toBeGreaterThanOrEqual(FIGURES);
  expect(readdirSync(join(folder, 'figures')).filter((file) => file.endsWith('.png'))).toHaveLength(
    written.length,
  );
  expect((((user + system) / 1e6) * FIGURES) / written.length).toBeLessThan(SECONDS);
  rmSync(folder, { recursive: true });
});

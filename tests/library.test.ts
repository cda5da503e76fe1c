import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resultAnswer } from '../src/report/result-answer.ts';
import { libraryPage } from './fixtures/library-page.ts';
import { libraryTrials } from './fixtures/library-trials.ts';
import { root } from './fixtures/scenario-text.ts';
import { shippedResult } from './fixtures/shipped-results.ts';
import { galleryPage } from './gallery/gallery-page.ts';

const trials = libraryTrials();

describe('the library of real trials', () => {
  it('has at least 25 distinct trials, of each of three sites', () => {
    expect(trials.length).toBeGreaterThanOrEqual(25);
    for (const site of ['sarcoma', 'breast', 'prostate'])
      expect(trials.filter((trial) => trial.site === site).length, site).toBeGreaterThanOrEqual(5);
  });

  it('has no trial, source or question twice', () => {
    for (const key of ['trial', 'source', 'question'] as const)
      expect(new Set(trials.map((trial) => trial[key].toLowerCase())).size, key).toBe(trials.length);
  });

  it.each(trials)('$trial says what is asked, where it is from and how sure it is', (trial) => {
    expect(trial.question).toMatch(/\?$/);
    expect(trial.source).toMatch(/\d{4}/);
    expect(trial.confidence).toMatch(/high|medium|low/);
  });

  it('is what scenarios/README.md lists', async () => {
    await expect(libraryPage()).toMatchFileSnapshot(join(root, 'scenarios', 'README.md'));
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('(scenarios/README.md)');
  });

  it('has an entry for each in the gallery, with an answer', async () => {
    const entries = [];
    for (const { names } of trials) {
      const result = await shippedResult(names[0], { replicates: 5, worlds: 1 });
      const { title, question } = result.scenario;
      entries.push({ name: names[0], title, question, answer: resultAnswer(result)[0], figures: [] });
    }
    const html = await galleryPage('1.2.3', entries);
    for (const { name, answer } of entries) {
      expect(html).toContain(`href="${name}/report.html"`);
      expect(answer, name).toMatch(/\d/);
    }
  });
});

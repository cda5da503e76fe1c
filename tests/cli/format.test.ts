import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isoeffect, scratch } from '../fixtures/command-line.ts';

const quick = ['run', 'quick-start', '--replicates', '100', '--worlds', '0', '--out', 'a'];

describe('--format', () => {
  it.each([
    ['pfd', 'unknown format: pfd (did you mean pdf?)'],
    ['html,PDF', 'unknown format: PDF (did you mean pdf?)'],
    ['', 'unknown format: (empty) (there is html, pdf)'],
  ])('%j is wrong input: exit 2, the nearest right word, nothing written', (format, reason) => {
    const cwd = scratch();
    const { status, stdout, stderr } = isoeffect([...quick, '--format', format], cwd);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(reason);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isoeffect } from '../fixtures/command-line.ts';

const quick = ['run', 'quick-start', '--replicates', '100', '--worlds', '0', '--out', 'a'];

describe('--format', () => {
  it('writes what is asked for, and report makes the same PDF again from the result', () => {
    const { cwd, stdout, stderr } = isoeffect([...quick, '--format', 'html,pdf']);
    expect(stderr).toBe('');
    expect(stdout).toContain('Report: a/report.html, a/report.pdf');
    const made = readFileSync(join(cwd, 'a/report.pdf'));
    expect(made.toString('latin1', 0, 8)).toBe('%PDF-1.7');
    const again = isoeffect(['report', 'a/result.json', '--format', 'pdf', '--out', 'b'], cwd);
    expect([again.stdout, again.stderr]).toEqual(['Report: b/report.pdf\n', '']);
    expect(readFileSync(join(cwd, 'b/report.pdf')).equals(made)).toBe(true);
    expect(existsSync(join(cwd, 'b/report.html'))).toBe(false);
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shells } from '../../src/cli/shells/index.ts';
import { isoeffect, scratch } from '../fixtures/command-line.ts';

const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

const folders = new Map<string, string>();

/** A folder with the script of a shell, and files to be found. */
function folderOf(shell: string): string {
  const folder = folders.get(shell) ?? scratch();
  if (folders.has(shell)) return folder;
  folders.set(shell, folder);
  const { status, stdout, stderr } = isoeffect(['completion', shell]);
  expect([status, stderr]).toEqual([0, '']);
  writeFileSync(join(folder, 'script'), stdout);
  writeFileSync(join(folder, 'qu mine.yaml'), '');
  mkdirSync(join(folder, 'results'));
  return folder;
}

/** What a program of a shell prints, in lines. */
function linesOf(shell: string, args: readonly string[], cwd: string): string[] {
  const { status, stdout, stderr } = spawnSync(shell, args, { cwd, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.split('\n').filter((line) => line !== '');
}

/** What each shell offers for the last of some words. */
const offers: Readonly<Record<string, (words: readonly string[], cwd: string) => string[]>> = {
  bash: (words, cwd) => {
    const quoted = ['isoeffect', ...words].map((word) => `'${word}'`).join(' ');
    const program = `source ./script; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}
      _isoeffect; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return linesOf('bash', ['--norc', '-c', program], cwd);
  },
  // The function itself, with what prints in place of what shows a menu
  zsh: (words, cwd) => {
    const quoted = ['isoeffect', ...words].map((word) => `'${word}'`).join(' ');
    const program = `compdef() { : }
      compset() { PREFIX=\${PREFIX#*=} }
      _describe() { for one in "\${(@P)argv[-1]}"; do one=\${one%%:*}; [[ $one == $PREFIX* ]] && print -r -- $one; done }
      _files() { print -l -- $PREFIX*(N) }
      source ./script; words=(${quoted}); CURRENT=${words.length + 1}; PREFIX=$words[CURRENT]; _isoeffect; true`;
    return linesOf('zsh', ['-f', '-c', program], cwd);
  },
  fish: (words, cwd) => {
    const line = ['isoeffect', ...words].join(' ');
    const program = `source ./script; complete -C '${line}'`;
    return linesOf('fish', ['--no-config', '-c', program], cwd).map((offer) =>
      offer.split('\t')[0].replaceAll('\\ ', ' ').replace(/\/$/, ''),
    );
  },
};

describe.each(Object.keys(shells))('completion in %s', (shell) => {
  it.skipIf(!isThere(shell)).each([
    ['a command', ['val'], ['validate']],
    ['a scenario, or a file', ['run', 'qu'], ['qu mine.yaml', 'quick-start']],
    ['an option', ['run', 'quick-start', '--rep'], ['--replicates', '--replicates-file']],
    ['a choice of an option', ['run', 'quick-start', '--replicates-file', 'p'], ['parquet']],
    ['a folder', ['run', 'quick-start', '--out', 're'], ['results']],
    ['nothing where a number is wanted', ['run', 'quick-start', '--seed', 'qu'], []],
    ['a calculator', ['design', 'three'], ['three-plus-three']],
    ['a flag of a calculator', ['design', 'simon', '--null'], ['--null-rate']],
    ['a registry', ['list', 'time'], ['time-tests']],
    ['a suite', ['verify', '--suite', 'radio'], ['radiobiology']],
    ['an effects file', ['estimate', 'fast-forward-r'], ['fast-forward-relapse']],
    ['a command of a command', ['init', 'slu'], ['slurm']],
    ['its option', ['init', 'slurm', '--sha'], ['--shards']],
    ['a shell', ['completion', 'fi'], ['fish']],
  ])('offers %s', (_, words, expected) => {
    expect(offers[shell](words, folderOf(shell)).sort()).toEqual(expected);
  });
});

describe.skipIf(!isThere('bash'))('completion in bash', () => {
  /** What is offered for words as bash splits them, and `default` where readline is to make out the rest. */
  const offered = (words: readonly string[], cwd: string): string[] => {
    const quoted = ['isoeffect', ...words].map((word) => `$'${word.replaceAll('\\', '\\\\')}'`).join(' ');
    const program = `source ./script; compopt() { echo "$2"; }; COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}
      _isoeffect; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return linesOf('bash', ['--norc', '-c', program], cwd);
  };

  it('takes the name of a file for no pattern', () => {
    const folder = folderOf('bash');
    for (const name of ['zz*z.yaml', 'zzxz.yaml']) writeFileSync(join(folder, name), '');
    expect(offered(['run', 'zz'], folder).sort()).toEqual(['default', 'zz*z.yaml', 'zzxz.yaml']);
  });

  it.each([
    ['what is typed with backslashes to readline', ['run', 'qu\\ m'], ['default']],
    ['nothing but words where no file can be', ['list', 'tests'], ['tests']],
    ['a value after =', ['run', '--replicates-file', '=', 'p'], ['parquet']],
    ['values at the =', ['run', '--replicates-file', '='], ['csv', 'parquet', 'none']],
  ])('leaves or offers %s', (_, words, expected) => {
    expect(offered(words, folderOf('bash'))).toEqual(expected);
  });
});

describe.skipIf(!isThere('zsh'))('completion in zsh', () => {
  it.each([
    ['a folder', ['run', 'quick-start', '--out=re'], ['results']],
    ['a choice', ['run', 'quick-start', '--replicates-file=p'], ['parquet']],
    ['nothing where a number is wanted', ['run', 'quick-start', '--seed=qu'], []],
  ])('offers %s after =', (_, words, expected) => {
    expect(offers.zsh(words, folderOf('zsh'))).toEqual(expected);
  });
});

describe('completion', () => {
  it.skipIf(!isThere('zsh'))('is sourced in zsh as its help says', () => {
    const { stdout } = isoeffect(['completion', '--help']);
    expect(stdout).toMatch(/^In bash: +source <\(isoeffect completion bash\)$/m);
    const line = /^In zsh, after compinit: +(source .*)$/m.exec(stdout)?.[1];
    const sourced = `${line}`.replace('<(isoeffect completion zsh)', './script');
    const program = `autoload -Uz compinit; compinit -u -D; ${sourced}; print $_comps[isoeffect]`;
    expect(linesOf('zsh', ['-f', '-c', program], folderOf('zsh'))).toEqual(['_isoeffect']);
  });

  it('is there for the shells of the registry', () => {
    const { stderr } = isoeffect(['completion', 'tcsh']);
    expect(stderr).toContain(Object.keys(shells).join(', '));
  });
});

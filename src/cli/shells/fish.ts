import type { CompletionModel, Following, OfferedCommand } from '../completion-model.ts';
import type { ShellDefinition } from './definition.ts';

/** A text as one word of the shell. */
const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const words = ({ list }: Following): string => (list === undefined ? '' : ` -a '(__isoeffect_${list})'`);

function completions({ path, options, ...following }: OfferedCommand): string[] {
  const here = `complete -c isoeffect -n ${quoted(`__isoeffect_at ${quoted(path)}`)}`;
  const files = following.files ? ' -F' : ' -f';
  return [
    `${here}${files}${words(following)}`,
    ...options.map(({ word, meaning, value }) => {
      const takes = value ? ` -r${value.files ? ' -F' : ' -f'}${words(value)}` : '';
      return `${here} -l ${word.replace(/^--/, '')}${takes} -d ${quoted(meaning)}`;
    }),
  ];
}

function script({ commands, lists }: CompletionModel): string {
  const known = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  const lines = Object.entries(lists).flatMap(([name, entries]) => [
    `function __isoeffect_${name}`,
    `    printf '%s\\t%s\\n' ${entries.map(({ word, meaning }) => `${quoted(word)} ${quoted(meaning)}`).join(' ')}`,
    'end',
  ]);
  return [
    '# Completion of isoeffect for fish, written by isoeffect completion fish',
    ...lines,
    'function __isoeffect_at',
    `    set -l known ${known.join(' ')}`,
    "    set -l at ''",
    '    for word in (commandline -opc)[2..-1]',
    '        set -l next (string trim -- "$at $word")',
    '        contains -- $next $known; and set at $next',
    '    end',
    '    test "$at" = "$argv"',
    'end',
    'complete -c isoeffect -f',
    ...commands.flatMap(completions),
    '',
  ].join('\n');
}

export const fish: ShellDefinition = { script };

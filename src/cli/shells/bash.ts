import type { CompletionModel, Following, OfferedCommand } from '../completion-model.ts';
import type { ShellDefinition } from './definition.ts';

/** A text as one word of the shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

const linesOf = (words: readonly { word: string }[]): string =>
  quoted(words.map(({ word }) => word).join('\n'));

const offer = ({ list, files }: Following): string =>
  `words=${list === undefined ? "''" : `$_isoeffect_${list}`} files=${files ? 1 : "''"}`;

const commandCase = ({ path, options, ...following }: OfferedCommand): string =>
  `    ${quoted(path)}) options=${linesOf(options)}; ${offer(following)} ;;`;

const valueCases = ({ path, options }: OfferedCommand): string[] =>
  options
    .filter(({ value }) => value !== undefined)
    .map(({ word, value }) => `    ${quoted(`${path} ${word}`)}) options=''; ${offer(value!)} ;;`);

/** Without arrays of names, `mapfile` and the like: macOS has bash 3.2. */
function script({ commands, lists }: CompletionModel): string {
  const known = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  return `# Completion of isoeffect for bash, written by isoeffect completion bash
${Object.entries(lists)
  .map(([name, words]) => `_isoeffect_${name}=${linesOf(words)}`)
  .join('\n')}
_isoeffect() {
  local IFS=$'\\n' cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  local at='' next i options words files
  for ((i = 1; i < COMP_CWORD; i++)); do
    next="\${at:+$at }\${COMP_WORDS[i]}"
    case "$next" in ${known.join('|')}) at=$next ;; esac
  done
  case "$at" in
${commands.map(commandCase).join('\n')}
  esac
  case "$at $prev" in
${commands.flatMap(valueCases).join('\n')}
  esac
  COMPREPLY=()
  if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$cur")); return; fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [[ -n $files ]]; then COMPREPLY+=($(compgen -f -- "$cur")); fi
}
complete -o filenames -F _isoeffect isoeffect
`;
}

export const bash: ShellDefinition = { script };

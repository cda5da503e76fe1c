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

/** Without `mapfile` and the like: macOS has bash 3.2, where `compopt` is none either. Lines are read, lest a file's name be a pattern. */
function script({ commands, lists }: CompletionModel): string {
  const known = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  return `# Completion of isoeffect for bash, written by isoeffect completion bash
${Object.entries(lists)
  .map(([name, words]) => `_isoeffect_${name}=${linesOf(words)}`)
  .join('\n')}
_isoeffect_offer() {
  local line
  while read -r line; do COMPREPLY+=("$line"); done
}
_isoeffect() {
  local IFS=$'\\n' cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  local at='' next i options words files
  if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
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
  if [[ $cur == -* ]]; then _isoeffect_offer < <(compgen -W "$options" -- "$cur"); return; fi
  _isoeffect_offer < <(compgen -W "$words" -- "$cur")
  # What is typed with quotes or backslashes, readline itself makes out
  if [[ -n $files ]]; then _isoeffect_offer < <(compgen -f -- "$cur"); compopt -o default 2> /dev/null; fi
  return 0
}
complete -o filenames -F _isoeffect isoeffect
`;
}

export const bash: ShellDefinition = { script };

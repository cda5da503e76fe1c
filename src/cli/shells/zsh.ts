import type { CompletionModel, Following, OfferedCommand, OfferedWord } from '../completion-model.ts';
import type { ShellDefinition } from './definition.ts';

/** A text as one word of the shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Words with their meanings, as `_describe` takes them. */
const described = (words: readonly OfferedWord[]): string =>
  words
    .map(({ word, meaning }) => quoted(word.replaceAll(':', '\\:') + (meaning === '' ? '' : `:${meaning}`)))
    .join(' ');

const offer = ({ list, files }: Following): string =>
  `offered=(${list === undefined ? '' : `"\${_isoeffect_${list}[@]}"`}) files=${files ? 1 : "''"}`;

const commandCase = ({ path, options, ...following }: OfferedCommand): string =>
  `    ${quoted(path)}) options=(${described(options)}); ${offer(following)} ;;`;

const valueCases = ({ path, options }: OfferedCommand): string[] =>
  options
    .filter(({ value }) => value !== undefined)
    .map(({ word, value }) => `    ${quoted(`${path} ${word}`)}) options=(); ${offer(value!)} ;;`);

function script({ commands, lists }: CompletionModel): string {
  const known = commands.filter(({ path }) => path !== '').map(({ path }) => quoted(path));
  // As a file of fpath the function is called as it is loaded; sourced, it has to be made known
  return `#compdef isoeffect
# Completion of isoeffect for zsh, written by isoeffect completion zsh
${Object.entries(lists)
  .map(([name, words]) => `typeset -ga _isoeffect_${name}=(${described(words)})`)
  .join('\n')}
_isoeffect() {
  local at='' before=\${words[CURRENT-1]} next i files
  local -a options offered
  for ((i = 2; i < CURRENT; i++)); do
    next="\${at:+$at }\${words[i]}"
    case "$next" in ${known.join('|')}) at=$next ;; esac
  done
  case "$at" in
${commands.map(commandCase).join('\n')}
  esac
  if [[ \${words[CURRENT]} == --*=* ]]; then
    before=\${words[CURRENT]%%=*} options=() offered=() files=''
    compset -P '*='
  fi
  case "$at $before" in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then _describe -o option options; return; fi
  (( \${#offered} )) && _describe word offered
  [[ -n $files ]] && _files
}
if [[ $funcstack[1] == _isoeffect ]]; then _isoeffect "$@"; else compdef _isoeffect isoeffect; fi
`;
}

export const zsh: ShellDefinition = { script };

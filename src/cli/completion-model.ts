import type { Command } from 'commander';
import type { RegistryEntry } from '../library/list-registries.ts';
import { calculators } from '../trial/calculators/index.ts';
import { calculatorCommand } from './design-and-print.ts';

/** A word that a shell offers, with what it means. */
export interface OfferedWord {
  readonly word: string;
  readonly meaning: string;
}

/** What follows an option or a command. */
export interface Following {
  /** Name of a list of words; undefined where there is none. */
  readonly list?: string;
  /** Whether files are offered too. */
  readonly files: boolean;
}

/** An option of a command. */
export interface OfferedOption extends OfferedWord {
  /** What its value is; undefined of a switch. */
  readonly value?: Following;
}

/** A command, as it is typed after `isoeffect`. */
export interface OfferedCommand extends Following {
  /** Words that lead to it, with spaces between; empty of the program itself. */
  readonly path: string;
  readonly options: readonly OfferedOption[];
}

/** All that a shell can offer. */
export interface CompletionModel {
  readonly commands: readonly OfferedCommand[];
  /** Lists of words by their names, which are words of letters and `_`. */
  readonly lists: Readonly<Record<string, readonly OfferedWord[]>>;
}

type Registries = Readonly<Record<string, readonly RegistryEntry[]>>;

/** Registries whose entries an argument or an option's value takes, by its name. */
const LISTS: Readonly<Record<string, string>> = {
  scenario: 'scenarios',
  template: 'scenarios',
  effects: 'effects',
  evidence: 'evidence',
  registry: 'registries',
  kind: 'calculators',
  suite: 'suites',
};
/** What is named so is no file. */
const NO_FILE = /^(template|registry|kind|shell|schedule|flags)$/;

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Lists of words that the registries give. */
function registryLists(registries: Registries): Record<string, readonly OfferedWord[]> {
  const entries = (name: string): OfferedWord[] =>
    registries[name].map(({ name: word, summary: meaning }) => ({ word, meaning }));
  return {
    scenarios: entries('scenarios'),
    effects: entries('effects'),
    evidence: entries('evidence'),
    suites: entries('suites'),
    registries: Object.keys(registries).map((word) => ({ word, meaning: '' })),
    calculators: entries('calculators').map(({ word, meaning }) => ({ word: kebab(word), meaning })),
  };
}

/** What the program's own commands and options, and the registries, give a shell to offer. */
export function completionModel(program: Command, registries: Registries): CompletionModel {
  const lists = registryLists(registries);
  const listOf = (name: string, words: readonly OfferedWord[]): string => {
    const inLetters = name.replace(/\W/g, '_');
    lists[inLetters] ??= words;
    return inLetters;
  };
  const commands = [
    ...commandsUnder(program, '', lists, listOf),
    ...Object.keys(calculators).map((kind) => ({
      path: `design ${kebab(kind)}`,
      options: optionsOf(calculatorCommand(kind), listOf),
      files: false,
    })),
  ];
  return { commands, lists };
}

/** Makes a list of a name, unless it is there; returns the name in letters and `_`. */
type ListOf = (name: string, words: readonly OfferedWord[]) => string;

/** What a name of an argument, or of an option's value, stands for. */
function followingOf(
  name: string,
  choices: readonly string[] | undefined,
  files: boolean,
  listOf: ListOf,
): Following {
  const words = choices?.map((word) => ({ word, meaning: '' }));
  const list = words ? listOf(`of_${choices!.join('_')}`, words) : LISTS[name];
  return { files, ...(list !== undefined && { list }) };
}

function optionsOf(command: Command, listOf: ListOf): OfferedOption[] {
  const own = command.options.map((option) => {
    const files = /<(dir|file)>/.test(option.flags);
    const value = followingOf(option.attributeName(), option.argChoices, files, listOf);
    return {
      word: option.long ?? option.flags,
      meaning: option.description,
      ...(option.required && { value }),
    };
  });
  return [...own, { word: '--help', meaning: 'what the command takes' }];
}

/** A command and those below it. */
function commandsUnder(
  command: Command,
  path: string,
  lists: Readonly<Record<string, readonly OfferedWord[]>>,
  listOf: ListOf,
): OfferedCommand[] {
  const [argument] = command.registeredArguments;
  const name = argument?.name();
  const following =
    name === undefined
      ? { files: false }
      : followingOf(name, argument.argChoices, !NO_FILE.test(name), listOf);
  const inner = command.commands.map((one) => ({ word: one.name(), meaning: one.description() }));
  const words = [...inner, ...(following.list === undefined ? [] : lists[following.list])];
  return [
    {
      path,
      options: optionsOf(command, listOf),
      ...following,
      ...(inner.length > 0 && { list: listOf(`after_${path}`, words) }),
    },
    ...command.commands.flatMap((one) =>
      commandsUnder(one, `${path} ${one.name()}`.trimStart(), lists, listOf),
    ),
  ];
}

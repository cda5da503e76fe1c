import { Command, CommanderError } from 'commander';
import { VERSION } from '../engine/version.ts';
import { registerCommands } from './commands/index.ts';
import { explain } from './explain.ts';

/** Runs the command line and returns the exit code: 0 done, 1 failed, 2 wrong input, 130 interrupted. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const program = new Command('isoeffect')
    .description(
      'Monte Carlo trial-outcome simulator for radiotherapy fractionation trials. Not for patient care.',
    )
    .version(VERSION)
    .showHelpAfterError('(--help lists what there is)')
    .enablePositionalOptions()
    .exitOverride();
  registerCommands(program);
  for (const command of program.commands)
    command.exitOverride().showHelpAfterError('(--help lists what there is)');
  try {
    await program.parseAsync([...argv]);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return explain(error);
  }
}

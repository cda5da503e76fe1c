import { Argument, type Command } from 'commander';

/** In the order of the registry of shells, which is only loaded by the command. */
const SHELLS = ['bash', 'zsh', 'fish'];

export function completionCommand(program: Command): void {
  program
    .command('completion')
    .description('print a script that completes commands, options and names in a shell')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText(
      'after',
      `
In bash:                source <(isoeffect completion bash)
In zsh, after compinit: source <(isoeffect completion zsh)
In fish:                isoeffect completion fish > ~/.config/fish/completions/isoeffect.fish`,
    )
    .action(async (shell: string) => {
      const [{ completionModel }, { shells }, { listRegistries }] = await Promise.all([
        import('../completion-model.ts'),
        import('../shells/index.ts'),
        import('../../library/list-registries.ts'),
      ]);
      process.stdout.write(shells[shell].script(completionModel(program, await listRegistries())));
    });
}

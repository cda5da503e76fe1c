import { bash } from './bash.ts';
import type { ShellDefinition } from './definition.ts';
import { fish } from './fish.ts';
import { zsh } from './zsh.ts';

/** Every shell that `isoeffect completion` writes for. */
export const shells: Record<string, ShellDefinition> = { bash, zsh, fish };

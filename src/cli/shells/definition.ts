import type { CompletionModel } from '../completion-model.ts';

/** A shell that can complete commands. */
export interface ShellDefinition {
  /** The script that completes commands. */
  script(model: CompletionModel): string;
}

import type { Run } from './commandLine.ts';
import type { CommandName } from './commands.ts';

/** What does each command, loaded when it is asked for. */
export const load: Readonly<Record<CommandName, () => Promise<Run>>> = {
  check: async () => (await import('./check/checkCommand.ts')).checkCommand,
  completion: async () => (await import('./completion/completionCommand.ts')).completionCommand,
};

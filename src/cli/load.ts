import type { Run } from './commandLine.ts';
import type { CommandName } from './commands.ts';

/** What does each command, loaded when it is asked for. */
export const load: Readonly<Record<CommandName, () => Promise<Run>>> = {
  check: async () => (await import('./check/checkCommand.ts')).checkCommand,
  'clients list': async () => (await import('./clients/list.ts')).listCommand,
  'clients show': async () => (await import('./clients/show.ts')).showCommand,
  'clients report': async () => (await import('./clients/report.ts')).reportCommand,
  'clients right-size': async () => (await import('./clients/rightSize.ts')).rightSizeCommand,
  privileges: async () => (await import('./privileges/privilegesCommand.ts')).privilegesCommand,
  doctor: async () => (await import('./doctor/doctorCommand.ts')).doctorCommand,
  'token-watch': async () => (await import('./watch/tokenWatchCommand.ts')).tokenWatchCommand,
  create: async () => (await import('./save/createCommand.ts')).createCommand,
  change: async () => (await import('./save/changeCommand.ts')).changeCommand,
  mcp: async () => (await import('./mcp/mcpCommand.ts')).mcpCommand,
  completion: async () => (await import('./completion/completionCommand.ts')).completionCommand,
};

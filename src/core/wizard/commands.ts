import type { WizardCommand } from './messages.ts';

type CommandOf<T extends WizardCommand['type']> = Extract<WizardCommand, { type: T }>;

/** What is done at each command. A missing one does not compile. */
export type Commands = {
  readonly [T in WizardCommand['type']]: (command: CommandOf<T>) => Promise<void> | void;
};

/** Does what a command asks for. Rejects as its handler does. */
export async function carryOut<T extends WizardCommand['type']>(
  commands: Commands,
  command: { [K in T]: CommandOf<K> & { type: K } }[T],
): Promise<void> {
  await commands[command.type](command);
}

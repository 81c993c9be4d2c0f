// Values of 'vscode' are imported by name, because this is part of what is loaded at activation.
import type { Disposable, ExtensionContext } from 'vscode';
import { commands } from 'vscode';
import type { Features } from './features.ts';

/** The part of the manifest that says which commands there are. */
type Manifest = { readonly contributes: { readonly commands: readonly { readonly command: string }[] } };

/** What quick fixes, code lenses and rows do; nobody looks for it, and so the manifest has it not. */
export const IN_NO_PALETTE = [
  'showMoreClients',
  'frameworkAction',
  'scimAction',
  'readOperations',
  'explain',
];

/** Registers every command; what it does is loaded when one is first run (`commands.ts`). */
export function registerCommands(
  { extension }: Pick<ExtensionContext, 'extension'>,
  features: () => Promise<Features>,
): readonly Disposable[] {
  const manifest: Manifest = extension.packageJSON;
  const names = [
    ...manifest.contributes.commands.map(({ command }) => command),
    ...IN_NO_PALETTE.map((name) => `_genesysOAuth.${name}`),
  ];
  return names.map((name) =>
    commands.registerCommand(name, async (...given: unknown[]) => await (await features()).run(name, given)),
  );
}

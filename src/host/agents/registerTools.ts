// Values of 'vscode' are imported by name, because this is part of what is loaded at activation.
import type { CancellationToken, Disposable, ExtensionContext } from 'vscode';
import { LanguageModelTextPart, LanguageModelToolResult, lm } from 'vscode';
import type { Features } from '../features.ts';

/** The part of the manifest that says which tools there are. */
type Manifest = {
  readonly contributes: { readonly languageModelTools: readonly { readonly name: string }[] };
};

/** What stands before the name of each tool in VS Code, where those of all extensions are in one list. */
export const TOOL_PREFIX = 'genesysOAuth_';

/** Registers every tool for agents; what it does is loaded when one is first called (core/agents). */
export function registerTools(
  { extension }: Pick<ExtensionContext, 'extension'>,
  features: () => Promise<Pick<Features, 'callTool'>>,
): readonly Disposable[] {
  const manifest: Manifest = extension.packageJSON;
  return manifest.contributes.languageModelTools.map(({ name }) =>
    lm.registerTool<unknown>(name, {
      invoke: async ({ input }, token) => {
        const { callTool } = await features();
        const { isError, text } = await callTool(name.slice(TOOL_PREFIX.length), input, signalOf(token));
        // What is thrown is what the model is told of a call that was not carried out.
        if (isError) throw new Error(text);
        return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
      },
    }),
  );
}

function signalOf(token: CancellationToken): AbortSignal {
  if (token.isCancellationRequested) return AbortSignal.abort();
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  return controller.signal;
}

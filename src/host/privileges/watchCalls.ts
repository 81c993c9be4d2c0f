import type { CancellationToken, Disposable, TextDocument } from 'vscode';
import { EventEmitter, languages, workspace } from 'vscode';
import { MOST_CHARACTERS, mayCall } from '../../core/privileges/calls/source/mayCall.ts';
import type { KnownOperations } from '../../core/privileges/knownOperations.ts';
import type { CallAids } from './callAids.ts';
import { LANGUAGES } from './callingDocuments.ts';

/** What is loaded where a file may call it. */
type Loaded = {
  readonly callAids: CallAids;
  readonly services: { readonly operations: Pick<KnownOperations, 'onDidLearn'> };
};

/**
 * Registers what the editor tells about calls of the Platform API in source files. Where a file calls nothing of it, that
 * costs one look at each of its versions.
 */
export function registerCallAids(features: () => Promise<Loaded>): readonly Disposable[] {
  const selector = [...LANGUAGES.keys()];
  const changed = new EventEmitter<void>();
  const watched = new WatchedDocuments();
  let isListening = false;

  /** What tells about a document; undefined where there is nothing to tell. */
  async function aidsFor(document: TextDocument, token: CancellationToken) {
    const language = LANGUAGES.get(document.languageId);
    if (language === undefined || !watched.mayCall(document)) return undefined;
    const { callAids, services } = await features();
    if (!isListening) {
      isListening = true;
      services.operations.onDidLearn(() => changed.fire());
    }
    return token.isCancellationRequested ? undefined : { callAids, language };
  }

  return [
    changed,
    languages.registerHoverProvider(selector, {
      provideHover: async (document, position, token) => {
        const aids = await aidsFor(document, token);
        return await aids?.callAids.hoverAt(document, aids.language, position, token);
      },
    }),
    languages.registerInlayHintsProvider(selector, {
      onDidChangeInlayHints: changed.event,
      provideInlayHints: async (document, range, token) => {
        const setting = workspace.getConfiguration('genesysOAuth', document.uri).get('permissionHints');
        const aids = setting === true ? await aidsFor(document, token) : undefined;
        return (await aids?.callAids.hintsIn(document, aids.language, range, token)) ?? [];
      },
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('genesysOAuth.permissionHints')) changed.fire();
    }),
  ];
}

/** Whether documents may call the Platform API, found out once for each version. */
class WatchedDocuments {
  private readonly known = new WeakMap<TextDocument, { readonly version: number; readonly calls: boolean }>();

  mayCall(document: TextDocument): boolean {
    const { version } = document;
    const known = this.known.get(document);
    if (known?.version === version) return known.calls;
    const text = document.getText();
    const calls = text.length <= MOST_CHARACTERS && mayCall(text);
    this.known.set(document, { version, calls });
    return calls;
  }
}

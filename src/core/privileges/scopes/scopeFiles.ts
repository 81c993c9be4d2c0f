// Loaded at activation, so it needs nothing.

/** A file that can ask for scopes in a form that is known: a request for a client of Genesys Cloud. */
export type ScopeFile = 'terraform' | 'json';

/** People do not write larger ones. */
const MOST_CHARACTERS = 1_000_000;

/** As what a file is read that may request a client; undefined of any other file. */
export function scopeFileOf(path: string): ScopeFile | undefined {
  if (/\.tf$/i.test(path)) return 'terraform';
  return /\.json$/i.test(path) ? 'json' : undefined;
}

/** Whether a text of this kind may request a client: it takes less time to find out than to read it. */
export function mayRequestClient(kind: ScopeFile, text: string): boolean {
  if (text.length > MOST_CHARACTERS) return false;
  return (
    text.includes('genesyscloud_oauth_client') || (kind === 'json' && text.includes('authorizedGrantType'))
  );
}

/** Whether a document, such as one of an editor, may request a client of Genesys Cloud, with its scopes. */
export function isClientRequest(document: {
  readonly uri: { readonly path: string };
  getText(): string;
}): boolean {
  const kind = scopeFileOf(document.uri.path);
  return kind !== undefined && mayRequestClient(kind, document.getText());
}

/** Whether a text in Markdown may name scopes of Genesys Cloud. */
export function mayNameScopes(text: string): boolean {
  return text.length <= MOST_CHARACTERS && /genesys|purecloud/i.test(text) && /scope|スコープ/i.test(text);
}

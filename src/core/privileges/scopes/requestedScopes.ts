import type { Node } from 'jsonc-parser';
import { propertyValue, readJson } from '../../scim/jsonDocument.ts';
import { mayRequestClient, type ScopeFile } from './scopeFiles.ts';

/** A word that stands where the name of a scope does. Its place is that of the word alone, without quotes. */
export type WrittenScope = { readonly word: string; readonly start: number; readonly end: number };

/** The scopes that a file asks for, where it is certain that it requests a client of Genesys Cloud. */
export function requestedScopes(kind: ScopeFile, text: string): readonly WrittenScope[] {
  if (!mayRequestClient(kind, text)) return [];
  return kind === 'terraform' ? inTerraform(text) : inJson(text);
}

const RESOURCE =
  /^[ \t]{0,200}resource[ \t]{1,200}"genesyscloud_oauth_client"[ \t]{1,200}"[^"\n]{1,200}"[ \t]{0,200}\{/gm;
/** A text in quotes. One that is not closed ends with its line, so that nothing is looked at twice. */
const QUOTED = String.raw`"(?:[^"\\\n]|\\.)*"?`;
/** What matters of a block: the list of scopes, and where blocks and texts begin and end. */
const IN_BLOCK = new RegExp(String.raw`\bscopes\s{0,50}=\s{0,50}\[|[{}]|${QUOTED}`, 'g');
const IN_LIST = /"((?:[^"\\\n]|\\.){0,500})"|\]/g;

/** What is put together when Terraform runs is not known. */
const INTERPOLATION = /\$\{/;

function inTerraform(text: string): readonly WrittenScope[] {
  const code = withoutComments(text);
  const blocks = [...code.matchAll(RESOURCE)];
  // Where one block is not closed, the next one ends it.
  return blocks.flatMap(({ 0: head, index }, at) =>
    inBlock(code, index + head.length, blocks[at + 1]?.index),
  );
}

function inBlock(code: string, from: number, to = code.length): readonly WrittenScope[] {
  let depth = 1;
  IN_BLOCK.lastIndex = from;
  for (let found = IN_BLOCK.exec(code); found !== null; found = IN_BLOCK.exec(code)) {
    const [token] = found;
    if (token === '{') depth += 1;
    else if (token === '}') depth -= 1;
    else if (token.endsWith('[') && depth === 1) return inList(code, IN_BLOCK.lastIndex, to);
    if (depth === 0 || found.index >= to) break;
  }
  return [];
}

function inList(code: string, from: number, to: number): readonly WrittenScope[] {
  const scopes: WrittenScope[] = [];
  IN_LIST.lastIndex = from;
  for (let found = IN_LIST.exec(code); found !== null; found = IN_LIST.exec(code)) {
    const [, word] = found;
    if (word === undefined || found.index >= to) break;
    const start = found.index + 1;
    if (!INTERPOLATION.test(word)) scopes.push({ word, start, end: start + word.length });
  }
  return scopes;
}

const QUOTED_OR_COMMENT = new RegExp(String.raw`${QUOTED}|(?:#|//)[^\n]*|/\*(?:[^*]|\*(?!/))*(?:\*/)?`, 'g');

/** As long as the text; texts in quotes stay. */
function withoutComments(text: string): string {
  return text.replace(QUOTED_OR_COMMENT, (found) =>
    found.startsWith('"') ? found : found.replace(/[^\n]/g, ' '),
  );
}

/** The body of a request to the API, wherever in the file it stands, and Terraform's own JSON. */
function inJson(text: string): readonly WrittenScope[] {
  const { root } = readJson(text);
  const lists: Node[] = [];
  const waiting = root === undefined ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'object') {
      const scope = propertyValue(node, 'scope');
      if (propertyValue(node, 'authorizedGrantType')?.type === 'string' && scope !== undefined)
        lists.push(scope);
      for (const resource of propertyValue(node, 'genesyscloud_oauth_client')?.children ?? []) {
        const scopes = propertyValue(resource.children?.[1], 'scopes');
        if (scopes !== undefined) lists.push(scopes);
      }
    }
    for (const child of node.children ?? []) waiting.push(child);
  }
  return lists.flatMap(wordsIn).sort((one, other) => one.start - other.start);
}

function wordsIn({ type, children = [] }: Node): readonly WrittenScope[] {
  if (type !== 'array') return [];
  return children.flatMap(({ type: of, value, offset, length }) => {
    const word = String(value);
    // One with escaped characters in it has another length, and is no scope.
    return of === 'string' && length === word.length + 2 && !INTERPOLATION.test(word)
      ? [{ word, start: offset + 1, end: offset + length - 1 }]
      : [];
  });
}

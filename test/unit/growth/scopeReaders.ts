import { certainCalls, placedCalls } from '../../../src/core/privileges/calls/source/readSource.ts';
import { indexOperations } from '../../../src/core/privileges/findOperations.ts';
import { nearScopes } from '../../../src/core/privileges/scopes/knownScopes.ts';
import { mentionedScopes } from '../../../src/core/privileges/scopes/mentionedScopes.ts';
import { requestedScopes } from '../../../src/core/privileges/scopes/requestedScopes.ts';
import { operation } from '../privileges/operations.ts';
import { SCOPES } from '../privileges/scopes/scopes.ts';
import type { Growth } from './growth.ts';
import { eachOn, listOf } from './readers.ts';

const GENESYS = 'Scopes of Genesys\n';
const RESOURCE = 'resource "genesyscloud_oauth_client" "x" {\n';

const DOCUMENTS: Readonly<Record<string, (size: number) => string>> = {
  'items of lists': (size) => `${GENESYS}${'- `users:manage` scope\n'.repeat(size)}`,
  'words in one line': (size) => `${GENESYS}scopes ${'`users:x` '.repeat(size)}`,
  'rows of a table': (size) => `${GENESYS}${'| scope | `users:x` |\n'.repeat(size)}`,
  headings: (size) => `${GENESYS}${'# scopes\n'.repeat(size)}`,
  fences: (size) => `${GENESYS}${'```\n'.repeat(size)}`,
  backticks: (size) => `${GENESYS}${'`'.repeat(size * 10)}`,
  'a long word': (size) => `${GENESYS}- ${'a:'.repeat(size * 10)}`,
};

const REQUESTS: Readonly<Record<string, (size: number) => string>> = {
  'clients without an end': (size) => RESOURCE.repeat(size),
  'lists without an end': (size) => `${RESOURCE}scopes = [`.repeat(size),
  scopes: (size) => `${RESOURCE}scopes = [${listOf(size, (index) => `"a:${index}"`)}]`,
  'quotes that never end': (size) => `${RESOURCE}${'"a '.repeat(size)}`,
  'escaped quotes that never end': (size) => `${RESOURCE}${'\\"'.repeat(size * 10)}`,
  'comments that never end': (size) => `${RESOURCE}${'/* '.repeat(size)}`,
};

const JSON_REQUESTS: Readonly<Record<string, (size: number) => string>> = {
  clients: (size) => `[${listOf(size, () => '{"authorizedGrantType":"CODE","scope":["a:b"]}')}]`,
  members: (size) =>
    `{"authorizedGrantType":"CODE",${listOf(size, (index) => `"a${index}":1`)},"scope":["a:b"]}`,
};

const CODE: Readonly<Record<string, (size: number) => string>> = {
  'texts added together': (size) =>
    `fetch('https://api.mypurecloud.com/api/v2/users'${" + '/a'".repeat(size)})`,
  calls: (size) => "fetch('https://api.mypurecloud.com/api/v2/users');\n".repeat(size),
};

const OPERATIONS = indexOperations([operation('GET /users', { name: 'getUsers' })]);

const WORDS: Readonly<Record<string, (size: number) => string>> = {
  'many parts': (size) => 'users:'.repeat(size),
  'a long name': (size) => 'x'.repeat(size * 10),
};

/** What is looked at in an editor, at each change or hover. */
export const SCOPE_READERS: readonly Growth[] = [
  ...eachOn({ 'scopes in Markdown': mentionedScopes }, DOCUMENTS, 200),
  ...eachOn({ 'scopes near a word': (word) => nearScopes(word, SCOPES) }, WORDS, 200),
  ...eachOn({ 'scopes in Terraform': (text) => requestedScopes('terraform', text) }, REQUESTS, 200),
  ...eachOn({ 'scopes in JSON': (text) => requestedScopes('json', text) }, JSON_REQUESTS, 200),
  ...eachOn(
    {
      'calls with places': (text) => placedCalls(text, 'javascript', { operations: OPERATIONS }),
      'certain calls': (text) => certainCalls(text, 'javascript'),
    },
    CODE,
    100,
  ),
];

import { readCalls } from '../../../src/core/privileges/calls/pasted/readCalls.ts';
import { readSource } from '../../../src/core/privileges/calls/source/readSource.ts';
import { indexOperations } from '../../../src/core/privileges/findOperations.ts';
import { operation } from '../privileges/operations.ts';
import type { Growth } from './growth.ts';
import { eachOn, listOf } from './readers.ts';

const URL = 'https://api.mypurecloud.com/api/v2/users/1';

const PASTED: Readonly<Record<string, (size: number) => string>> = {
  endpoints: (size) => listOf(size, (index) => `GET /api/v2/users/${index}/queues`, '\n'),
  'endpoints in one line': (size) => listOf(size, (index) => `GET ${URL}${index}`, ' '),
  'methods before one endpoint': (size) => `${'GET '.repeat(size)}/api/v2/users`,
  'a long word': (size) => 'a'.repeat(size * 10),
  'a long word with dashes': (size) => 'a-'.repeat(size * 5),
  'blanks between methods': (size) => `GET${' '.repeat(size * 10)}POST /api/v2/users`,
  'names of secrets': (size) => 'token '.repeat(size),
  'names of secrets without blanks': (size) => 'clientsecret'.repeat(size),
  'secrets with quotes that never end': (size) => 'secret: "a '.repeat(size),
  'members beside a value': (size) => '"value":"x","a":"b",'.repeat(size),
  'values of names that are none': (size) => `${'"key":"token","a":"b",'.repeat(size)}"value":"`,
  'headers in two lines': (size) => 'Authorization: Bearer\n  '.repeat(size),
  'members of Digest': (size) => `Authorization: Digest ${'a="b", '.repeat(size)}`,
  'words of Digest': (size) => 'digest '.repeat(size),
  'texts added to a secret': (size) => `secret = "a"${' + "b"'.repeat(size)}`,
  'words before tokens': (size) => "'Bearer ' + ".repeat(size),
  'names of secrets that are encoded': (size) => 'secret%3D'.repeat(size),
  'signs that are encoded': (size) => `secret${'%2525'.repeat(size)}`,
  'elements named like secrets': (size) => '<token>a '.repeat(size),
  'random letters': (size) => 'aB3-'.repeat(size * 10),
  'schemes without hosts': (size) => '://'.repeat(size),
  'queries and fragments': (size) => `GET ${URL}?${'a=/api/v2/x&'.repeat(size)}`,
  'braces that never close': (size) => `GET /api/v2/users/${'{'.repeat(size)}`,
  'commands of curl': (size) => listOf(size, () => `curl -H 'a: b' ${URL}`, '\n'),
  'commands of curl in one line': (size) => 'curl x '.repeat(size),
  'commands of curl with a quote too few': (size) => listOf(size, () => `curl it's`, '\n'),
  'lines that go on': (size) => listOf(size, () => `curl ${URL} `, '\\\n'),
  'commands of gc': (size) => listOf(size, () => 'gc a b c d e f g h get 1 2 3 4', '\n'),
  'options of gc': (size) => `gc ${'--a b '.repeat(size)}users list`,
  'a command of gc with many words': (size) => `gc ${'a '.repeat(size)} get`,
  resources: (size) => listOf(size, (index) => `resource "genesyscloud_r${index % 9}" "x" {}`, '\n'),
  'comments that never end': (size) => '/*\n'.repeat(size),
  'a HAR': (size) =>
    `{"log":{"entries":[${listOf(size, (index) => `{"request":{"method":"GET","url":"${URL}${index}"}}`)}]}}`,
  'a HAR that is cut in every entry': (size) =>
    `{"log":{"entries":[${listOf(size, () => '{"request":{"method":"GET","url":')}`,
  'nested lists': (size) => `{"item":[${'['.repeat(size)}`,
  'folders in folders': (size) => `${'{"item":['.repeat(size)}${']}'.repeat(size)}`,
  'a Postman collection': (size) =>
    `{"item":[${listOf(size, () => `{"item":[{"request":{"url":"{{a}}/api/v2/x"}}]}`)}],"variable":[{"key":"a","value":"{{a}}{{a}}/"}]}`,
  'paths of a description': (size) =>
    `{"paths":{${listOf(size, (index) => `"/api/v2/x${index}":{"get":{}}`)}}}`,
  'paths of a description in YAML': (size) =>
    `swagger: "2.0"\npaths:\n${listOf(size, (index) => `  /api/v2/x${index}:\n    get:`, '\n')}`,
};

const OPERATIONS = indexOperations([operation('GET /users/me', { name: 'getUsersMe' })]);
const SDK = "require('purecloud-platform-client-v2'); import PureCloudPlatformClientV2\n";

const SOURCES: Readonly<Record<string, (size: number) => string>> = {
  'methods of an SDK': (size) => `${SDK}api = new UsersApi();\n${'api.getUsersMe();\n'.repeat(size)}`,
  'methods of unknown receivers': (size) => `${SDK}${'x().getUsersMe();\n'.repeat(size)}`,
  'makers of an API': (size) => `${SDK}${listOf(size, (index) => `api${index} = new UsersApi();`, '\n')}`,
  'a long name': (size) => `${SDK}${'a'.repeat(size * 10)}`,
  'a long name with dots': (size) => `${SDK}${'a.'.repeat(size * 5)}`,
  endpoints: (size) => listOf(size, () => "fetch('/api/v2/users/me');", '\n'),
  'endpoints in one call': (size) => `f(${listOf(size, () => "'/api/v2/users/me'")})`,
  'one variable that is used again and again': (size) =>
    `const url = '/api/v2/users/me';\n${'go(url);'.repeat(size)}`,
  'variables of one name': (size) => "const url = '/api/v2/users/me';\n".repeat(size),
  'constants of one name': (size) => "const URL = '/api/v2/users/me';\n".repeat(size),
  'texts that are added': (size) => `x = '/api/v2/users/'${" + a + '/b'".repeat(size)}`,
  'beginnings of addresses': (size) =>
    listOf(size, (index) => `const a${index} = 'https://api.mypurecloud.com/api/v2';`, '\n'),
  'uses of a beginning': (size) => `const a = '/api/v2';\n${'fetch(a + b);'.repeat(size)}`,
  'names of hosts before paths': (size) =>
    listOf(
      size,
      (index) => `const a${index} = 'https://x.test'; fetch(a${index} + '/api/v2/users/me');`,
      '\n',
    ),
  'one name of hosts before paths': (size) =>
    "const a = 'https://x.test'; fetch(a + '/api/v2/users/me');\n".repeat(size),
  'hosts that are told of each other': (size) =>
    `const a = b; const b = a; ${"fetch(a + '/api/v2/users/me');".repeat(size)}`,
  'variables that hold paths': (size) =>
    listOf(size, (index) => `const a${index} = '/api/v2/users/me'; fetch(b + a${index});`, '\n'),
  'objects of many types': (size) =>
    SDK + listOf(size, (index) => `function f(a${index}: T${index}x) { a${index}.getUsersMe(); }`, '\n'),
  'one object of a type': (size) => `${SDK}${'function f(a: Own) { a.getUsersMe(); }\n'.repeat(size)}`,
  'classes that are called like an API': (size) =>
    SDK + listOf(size, (index) => `class A${index}Api {} const a${index} = new A${index}Api();`, '\n'),
  'parameters that never end': (size) => `${SDK}x.getUsersMe(${'(x, '.repeat(size)}`,
  'open brackets': (size) => `'/api/v2/users/me'${'('.repeat(size)}`,
  'templates in templates': (size) => `'api/v2';${'`${'.repeat(size)}`,
  'templates that never end': (size) => `'api/v2';${'`a'.repeat(size)}`,
  'comments that never end': (size) => `'api/v2';${'/* '.repeat(size)}`,
  'quotes that never end': (size) => `'api/v2';${`"'`.repeat(size)}`,
  'three quotes': (size) => `'api/v2';${`"""a'''`.repeat(size)}`,
  slashes: (size) => `'api/v2';${'=/['.repeat(size)}`,
  'expressions in texts': (size) => `f"/api/v2/users/${'{a}{'.repeat(size)}"`,
  blanks: (size) => `'/api/v2/users/me'${' '.repeat(size * 10)}+`,
};

/** What the languages have of their own is how comments and texts begin and end. */
const QUOTES = Object.fromEntries(
  ['quotes that never end', 'three quotes', 'comments that never end', 'expressions in texts'].flatMap(
    (what) => (SOURCES[what] === undefined ? [] : [[what, SOURCES[what]]]),
  ),
);

function sourceReaders(ending: string, sources: typeof SOURCES): readonly Growth[] {
  const read = (text: string) => readSource(`a.${ending}`, text, { operations: OPERATIONS });
  return eachOn({ [ending]: read }, sources, 100);
}

export const CALL_READERS: readonly Growth[] = [
  ...eachOn({ calls: (text) => readCalls(text) }, PASTED, 200),
  ...sourceReaders('ts', SOURCES),
  ...['py', 'java', 'cs', 'go'].flatMap((ending) => sourceReaders(ending, QUOTES)),
];

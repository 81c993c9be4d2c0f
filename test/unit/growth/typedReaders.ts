import { exportAs } from '../../../src/core/export/exportAs.ts';
import type { ExportTarget } from '../../../src/core/export/exportTarget.ts';
import { isBuildPlaceholder, misread } from '../../../src/core/framework/check/placeholder.ts';
import { readClientId } from '../../../src/core/platform/clientId.ts';
import { nearestRegion } from '../../../src/core/platform/nearestRegion.ts';
import type { OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import { readDomain, readRegionName } from '../../../src/core/platform/regionName.ts';
import {
  actsWhereShown,
  isSeen,
  withoutInvisible,
  withoutStrayInvisible,
} from '../../../src/core/platform/text.ts';
import { readPageName } from '../../../src/core/procedures/deployment.ts';
import type { Draft } from '../../../src/core/procedures/draft.ts';
import { parseDuration } from '../../../src/core/procedures/duration.ts';
import { check, plan } from '../../../src/core/procedures/index.ts';
import {
  listedUris,
  plainUri,
  redirectUriLines,
  typedLines,
} from '../../../src/core/procedures/redirectUris.ts';
import { readClientJson } from '../../../src/core/procedures/startFrom/clientJson.ts';
import { startFrom } from '../../../src/core/procedures/startFrom/clientSettings.ts';
import { readGrantType } from '../../../src/core/procedures/startFrom/jsonValues.ts';
import { readAccessToken, readClientSecret } from '../../../src/core/signIn/found.ts';
import { readReturnedAddress } from '../../../src/core/signIn/returnedAddress.ts';
import { aContext, onAdminPage } from '../procedures/situations.ts';
import type { Growth } from './growth.ts';
import { eachOn, listOf, manyOf } from './readers.ts';

const ON_TEXT: Readonly<Record<string, (text: string) => unknown>> = {
  'the name of a region': readRegionName,
  'a region that is near': nearestRegion,
  'a domain': readDomain,
  'a Client ID': readClientId,
  'a broken Client ID': misread,
  'a mark of a build': isBuildPlaceholder,
  'a secret': readClientSecret,
  'a token': readAccessToken,
  'a returned address': (text) => readReturnedAddress(text, 'state', 'token'),
  'a redirect URI': plainUri,
  'a list of redirect URIs': (text) => [listedUris(text), redirectUriLines(text)],
  'a page of a partner': readPageName,
  'a duration': parseDuration,
  'a grant type': readGrantType,
  lines: typedLines,
  'what nobody sees': (text) => [
    withoutInvisible(text),
    withoutStrayInvisible(text),
    isSeen(text),
    actsWhereShown(text),
  ],
};

const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  letters: (size) => 'a'.repeat(size),
  'letters of full width': (size) => 'ｍ'.repeat(size),
  'letters with accents': (size) => 'ǘ̇'.repeat(size),
  'accents on one letter': (size) => `a${'\u0301\u0323'.repeat(size)}`,
  'ligatures that grow': (size) => '\ufdfa'.repeat(size),
  words: (size) => 'ab '.repeat(size),
  blanks: (size) => `a${' '.repeat(size)}b`,
  'lines of blanks': (size) => `a${' \t\n'.repeat(size)}b`,
  quotes: (size) => `a${'"'.repeat(size)}b`,
  brackets: (size) => `${'(['.repeat(size)}a${'])'.repeat(size)}b`,
  punctuation: (size) => `a${',;.'.repeat(size)}b`,
  dots: (size) => `${'a.'.repeat(size)}com`,
  'labels of a region': (size) => `${'usw2.'.repeat(size)}pure.cloud`,
  hyphens: (size) => `${'us-west-'.repeat(size)}2`,
  slashes: (size) => `https://a.example${'//'.repeat(size)}b`,
  schemes: (size) => `${'https://'.repeat(size)}a`,
  addresses: (size) => 'https://a.example/b '.repeat(size),
  'addresses on lines': (size) => 'https://a.example/b\n'.repeat(size),
  'marks of a list': (size) => `${'- 1. '.repeat(size)}a`,
  parameters: (size) => `http://localhost/#${'state=a&'.repeat(size)}`,
  percents: (size) => `https://a.example/${'%41'.repeat(size)}`,
  'what nobody sees': (size) => `a${'\u200b'.repeat(size)}b`,
  'what turns the direction': (size) => `あ${'\u202e'.repeat(size)}b`,
  'half characters': (size) => '\ud800'.repeat(size),
  digits: (size) => '1'.repeat(size),
  'digits and units': (size) => '1 h '.repeat(size),
  'digits of a Client ID': (size) => 'abcdef01-'.repeat(size),
  braces: (size) => `${'{{'.repeat(size)}a`,
  'underscores and dollars': (size) => '__$('.repeat(size),
  zeros: (size) => '\0'.repeat(size),
  'at signs': (size) => '@'.repeat(size),
  colons: (size) => ':'.repeat(size),
  backslashes: (size) => '\\'.repeat(size),
};

const CODE: Draft = { name: 'CRM', grantType: 'CODE' };
const SERVICE: Draft = { name: 'CRM', grantType: 'CLIENT-CREDENTIALS' };

const FORMATS = ['json', 'curl', 'terraform', 'genesys-cli'] as const;
const REQUEST: OAuthClientRequest = {
  name: 'CRM',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 86_400,
};
const WHERE: ExportTarget = {
  region: 'mypurecloud.jp',
  apiUrl: 'https://api.mypurecloud.jp',
  loginUrl: 'https://login.mypurecloud.jp',
  practice: false,
};

const ON_JSON: Readonly<Record<string, (text: string) => unknown>> = {
  'read and taken over': (text) => {
    const read = readClientJson(text);
    return read.kind === 'read' ? startFrom('general', read.settings, {}) : read;
  },
};

/** Of what a person pasted; longer than the reader takes it is refused, at no cost. */
const JSONS: Readonly<Record<string, (size: number) => string>> = {
  scopes: (size) => JSON.stringify({ name: 'a', scope: manyOf(size, (index) => `s${index}`) }),
  'scopes in one text': (size) => JSON.stringify({ name: 'a', scope: 's '.repeat(size) }),
  'redirect URIs': (size) =>
    JSON.stringify({
      name: 'a',
      registeredRedirectUri: manyOf(size, (index) => `https://a.example/${index}`),
    }),
  roles: (size) =>
    JSON.stringify({
      name: 'a',
      roleDivisions: manyOf(size, (index) => ({ roleId: `r${index}`, divisionId: 'd' })),
    }),
  'roles without divisions': (size) =>
    JSON.stringify({ name: 'a', roleIds: manyOf(size, (index) => `r${index}`) }),
  'one role again and again': (size) =>
    JSON.stringify({ name: 'a', roleDivisions: manyOf(size, () => ({ roleId: 'r', divisionId: 'd' })) }),
  'IDs of roles and of divisions': (size) =>
    JSON.stringify({ roleIds: manyOf(size, (index) => `r${index}`), divisionIds: ['a', 'b'] }),
  'unknown fields': (size) =>
    JSON.stringify(Object.fromEntries(manyOf(size, (index) => [`field${index}`, index]))),
  'one field again and again': (size) => `{${listOf(size, () => '"name": "a"')}}`,
  'values that are wrong': (size) => `{${listOf(size, () => '"name": 1')}}`,
  clients: (size) => `[${listOf(size, () => '{"name": "a"}')}]`,
  'modules in modules': (size) =>
    `{"values": {"root_module": ${'{"child_modules": ['.repeat(size)}${']}'.repeat(size)}}}`,
  resources: (size) =>
    JSON.stringify({
      resources: manyOf(size, () => ({
        type: 'genesyscloud_oauth_client',
        instances: [{ attributes: { name: 'a' } }],
      })),
    }),
  'blocks of Markdown': (size) => '```json\n{}\n```\n'.repeat(size),
  'fences that do not end': (size) => '```\n'.repeat(size),
  'quotes that do not end': (size) => '"\n'.repeat(size),
  backslashes: (size) => `{"name": "${'\\\\'.repeat(size)}"}`,
  'what nobody sees': (size) => `{${'\u200b'.repeat(size)}"name": "a"}`,
  comments: (size) => `{${'/* */'.repeat(size)}"name": "a"}`,
  commas: (size) => `{"name": "a"${','.repeat(size)}}`,
  braces: (size) => '{'.repeat(size),
  'names with the shape of a secret': (size) =>
    JSON.stringify(Object.fromEntries(manyOf(size, (index) => [`${'aB3'.repeat(15)}${index}`, index]))),
};

/** The rules run at each key, on answers that were pasted or taken over. */
const ON_DRAFT: Readonly<Record<string, (draft: Draft) => unknown>> = {
  checked: (draft) => check('general', draft, aContext()),
  planned: (draft) => plan('general', draft, aContext({ destination: onAdminPage() })),
};

const DRAFTS: Readonly<Record<string, (size: number) => Draft>> = {
  'a long name': (size) => ({ ...CODE, name: 'あ '.repeat(size) }),
  'a long description': (size) => ({ ...CODE, description: ' a'.repeat(size) }),
  'redirect URIs': (size) => ({
    ...CODE,
    redirectUris: listOf(size, (index) => `https://a.example/${index}`, '\n'),
  }),
  'redirect URIs that are wrong': (size) => ({
    ...CODE,
    redirectUris: listOf(size, (index) => `a.example/${index}`, '\n'),
  }),
  'redirect URIs as pasted': (size) => ({
    ...CODE,
    redirectUris: listOf(size, (index) => `"https://a.example/${index}",`, '\n'),
  }),
  'redirect URIs not in ASCII': (size) => ({
    ...CODE,
    redirectUris: listOf(size, (index) => `https://ä.example/${index}`, '\n'),
  }),
  'one redirect URI again and again': (size) => ({
    ...CODE,
    redirectUris: listOf(size, () => 'https://a.example/', '\n'),
  }),
  'many in one line': (size) => ({ ...CODE, redirectUris: listOf(size, () => 'https://a.example/', ' ') }),
  'scopes that the org does not know': (size) => ({ ...CODE, scopes: manyOf(size, (index) => `s${index}`) }),
  'roles that are gone': (size) => ({
    ...SERVICE,
    roles: manyOf(size, (index) => ({ roleId: `r${index}`, divisionIds: ['d'] })),
  }),
  'roles without divisions': (size) => ({
    ...SERVICE,
    roles: manyOf(size, (index) => ({ roleId: `r${index}`, divisionIds: [] })),
  }),
  'a role in divisions that are gone': (size) => ({
    ...SERVICE,
    roles: [{ roleId: 'role-supervisor', divisionIds: manyOf(size, (index) => `d${index}`) }],
  }),
};

/** What a person types or pastes. */
export const TYPED_READERS: readonly Growth[] = [
  ...eachOn(ON_TEXT, TEXTS, 256),
  ...eachOn(ON_JSON, JSONS, 64),
  ...eachOn(ON_DRAFT, DRAFTS, 32),
  ...eachOn(
    {
      export: (text) =>
        FORMATS.map((format) => exportAs(format, { ...REQUEST, name: text, description: text }, WHERE)),
    },
    TEXTS,
    64,
  ),
];

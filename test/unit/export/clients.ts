import fc from 'fast-check';
import type { ExportTarget } from '../../../src/core/export/exportTarget.ts';
import type { OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import { GrantType } from '../../../src/core/platform/oauthClients.ts';

/** Where the tests say the client is to be made. */
export const where: ExportTarget = {
  region: 'mypurecloud.jp',
  apiUrl: 'https://api.mypurecloud.jp',
  loginUrl: 'https://login.mypurecloud.jp',
  practice: false,
};

/** The same in the practice org of this computer. */
export const inPractice: ExportTarget = {
  region: 'mypurecloud.com',
  apiUrl: 'http://127.0.0.1:4711',
  loginUrl: 'http://127.0.0.1:4711/login',
  practice: true,
};

/** Texts that break careless quoting in a shell, in JSON or in HCL, by what is hostile in them. */
export const hostileTexts = {
  nothing: '',
  'every kind of quote': '\'"`\\',
  'an end of the quoted word': `'; echo broken; '`,
  'shell expansions': `$(echo broken) \`echo broken\` $HOME \${HOME} !!`,
  'HCL templates': `%{ if true }\${var.x}%{ endif } $\${x} $$\${x} %%{y} $%{z} %\${w} $ % {`,
  'the end of a here-document': 'JSON\nJSON\r\n\nEOF\n',
  'control characters': 'tab\there, bell \u0007, NUL \u0000, escape \u001b[31m, DEL \u007f, C1 \u009b',
  'a backslash at the end': 'ends with a backslash \\',
  comments: '# // /* */ <<EOT',
  'reversed writing and line separators': 'bidi \u202egnp.exe\u202c, separators \u2028\u2029, BOM \ufeff',
  'Japanese, a joined emoji and combining marks': '顧客ポータル 👩‍👩‍👧‍👦 cafe\u0301',
  '10,000 emoji': '👍'.repeat(10_000),
};

/** A client that has every field, with `text` wherever a text may stand. */
export function clientOf(text: string): OAuthClientRequest {
  return {
    name: text,
    description: text,
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    accessTokenValiditySeconds: 86_400,
    registeredRedirectUri: [text, `https://app.example/?${text}`],
    scope: [text],
    roleDivisions: [
      { roleId: text, divisionId: '*' },
      { roleId: 'a', divisionId: text },
    ],
  };
}

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('$', '%', '{', '}', '"', "'", '\\', '\n', '\r', '`', '!', 'x', '\u0000', '\u2028'),
    maxLength: 12,
  }),
  fc.constantFrom(...Object.values(hostileTexts).filter(({ length }) => length < 1000)),
);

/** Any client that a person could describe, with and without each field. */
export const anyClient: fc.Arbitrary<OAuthClientRequest> = fc.record(
  {
    name: text,
    description: text,
    authorizedGrantType: fc.constantFrom(...GrantType.options),
    accessTokenValiditySeconds: fc.integer({ min: 300, max: 38_880_000 }),
    registeredRedirectUri: fc.array(fc.oneof(fc.webUrl(), text), { maxLength: 4 }),
    scope: fc.array(text, { maxLength: 4 }),
    roleDivisions: fc.array(fc.record({ roleId: text, divisionId: text }, { noNullPrototype: true }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: ['name', 'authorizedGrantType', 'accessTokenValiditySeconds'], noNullPrototype: true },
);

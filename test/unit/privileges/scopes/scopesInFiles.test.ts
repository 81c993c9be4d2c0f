import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { needsOf } from '../../../../src/core/privileges/needs.ts';
import { KnownScopes } from '../../../../src/core/privileges/scopes/knownScopes.ts';
import { falselyMentioned, mentionedScopes } from '../../../../src/core/privileges/scopes/mentionedScopes.ts';
import { requestedScopes } from '../../../../src/core/privileges/scopes/requestedScopes.ts';
import { takeAway } from '../../../../src/core/privileges/takeAway.ts';
import { repoFolder } from '../../../host/paths.ts';
import { operation } from '../operations.ts';
import { publishedOperations } from '../publishedOperations.ts';
import { SCOPES } from './scopes.ts';

const OPERATIONS = [
  operation('GET /everything', { scopes: SCOPES }),
  operation('GET /oauth/clients', {
    permissions: { mode: 'any', of: ['oauth:client:view'] },
    scopes: ['oauth', 'oauth:readonly'],
  }),
];
const KNOWN = new KnownScopes(publishedOperations() ?? OPERATIONS);

function requested(kind: 'terraform' | 'json', text: string): readonly string[] {
  for (const { word, start, end } of requestedScopes(kind, text)) assert.equal(text.slice(start, end), word);
  return requestedScopes(kind, text).map(({ word }) => word);
}

/** The words that are meant for scopes in a document, and are none. */
function mentioned(text: string): readonly string[] {
  return mentionedScopes(text).flatMap((each) => {
    const { word, start, end } = each;
    assert.equal(text.slice(start, end), word);
    return falselyMentioned(each, KNOWN) === undefined ? [] : [word];
  });
}

describe('The scopes that a request asks for', () => {
  it('are those of the client in Terraform, and of no other resource', () => {
    const text = `# scopes = ["of:comment"]
resource "genesyscloud_oauth_client" "app" {
  name = "My { app } \\"x\\""
  authorized_grant_type = "CODE"
  roles {
    scopes = ["of:block"]
  }
  scopes = [
    "users:manage", # "of:comment"
    "routing", "\${var.scope}",
  ]
}
resource "google_service_account" "x" {
  scopes = ["https://www.googleapis.com/auth/x"]
}
`;
    assert.deepEqual(requested('terraform', text), ['users:manage', 'routing']);
  });

  it('are those of the body of a request in JSON, wherever it stands, and of Terraform in JSON', () => {
    assert.deepEqual(
      requested(
        'json',
        '\uFEFF{"requests": [{ "authorizedGrantType": "CODE", "scope": ["users:manage", 7, "a\\u0062c"] }]}',
      ),
      ['users:manage'],
    );
    assert.deepEqual(
      requested(
        'json',
        `{"resource": {"genesyscloud_oauth_client": {"app": {"scopes": ["analytics:read", "\${var.x}"]}}}}`,
      ),
      ['analytics:read'],
    );
    assert.deepEqual(requested('json', '{"scope": ["of:others"], "x": "authorizedGrantType"}'), []);
  });

  it('are read as far as there is a text, broken or not', () => {
    for (const text of [
      'resource "genesyscloud_oauth_client" "a" {',
      'resource "genesyscloud_oauth_client" "a" { scopes = [',
      'resource "genesyscloud_oauth_client" "a" { scopes = ["us',
      'resource "genesyscloud_oauth_client" "a" { scopes = "users" }',
    ])
      assert.deepEqual(requested('terraform', text), [], text);
    assert.deepEqual(requested('json', '{"authorizedGrantType": "CODE", "scope": ["users:man'), []);
    assert.deepEqual(requested('json', '{"authorizedGrantType": "CODE", "scope": '), []);
  });
});

describe('A word in a document that is meant for a scope', () => {
  it('is found where it is none: on a line about scopes, in the list below it, and below a heading', () => {
    assert.deepEqual(
      mentioned(`# Genesys wallboard
The client needs the scopes \`users:manage\` and \`routing\`.

It needs these scopes:

- analytics:read
- \`conversations:call:add\`, to call
- \`notifications\`

## Scopes

| name | why |
| --- | --- |
| \`admin:oauthclient\` | to create |
`),
      ['users:manage', 'analytics:read', 'conversations:call:add', 'admin:oauthclient'],
    );
  });

  it('is found where it is a permission, in Japanese as well', () => {
    assert.deepEqual(mentioned('Genesys のクライアントに必要なスコープは `oauth:client:view` です。'), [
      'oauth:client:view',
    ]);
  });

  it('is found where a single word is misspelt beside a real one', () => {
    assert.deepEqual(mentioned('Scopes of the Genesys client: `conversation`, `routing`.'), ['conversation']);
    assert.deepEqual(mentioned('The scope of a Genesys `conversation` is wide.'), []);
  });

  it('is none where nothing says that a scope of Genesys Cloud is meant', () => {
    const genesys = 'About Genesys Cloud.\n\n';
    for (const text of [
      'The scope `users:manage` of our own server.',
      `${genesys}The GitHub token needs the scope \`user:email\`.`,
      `${genesys}## Scopes at Google\n\n- users:manage\n`,
      `${genesys}Whoever runs it needs the permissions and scopes of \`oauth:client:view\`.`,
      `${genesys}## Permissions\n\n- \`oauth:client:view\`\n`,
      `${genesys}Scopes:\n\n- Permission: \`oauth:client:view\`\n`,
      `${genesys}The scope is \`npm:run\`, \`http://localhost:8080\`, \`a:b\` or \`C:\\users\`.`,
      `${genesys}The scopes of variables are lexical. Then \`users:manage\`?\n\nOther words: \`user:x\`.`.split(
        '. Then',
      )[0] ?? '',
      `${genesys}Scopes are listed here.\n\nRun \`users:manage\` to begin.`,
      `${genesys}Scopes:\n\n\`\`\`sh\nusers:manage\n\`\`\`\n`,
      `${genesys}The client has the scopes \`users\`, \`routing:readonly\`.`,
    ])
      assert.deepEqual(mentioned(text), [], text);
  });

  it('is none in the documents of this project and of packages, but for the false ones that they name as such', () => {
    const folders = [
      '.',
      'docs',
      'src/practiceOrg/npm',
      ...['zod', 'hono', 'lit', 'oauth4webapi', 'acorn', 'playwright-core'].map(
        (name) => `node_modules/${name}`,
      ),
    ];
    const files = folders.flatMap((folder) =>
      readdirSync(join(repoFolder, folder))
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(folder, name)),
    );
    assert.ok(files.length > 15);
    const found = files.flatMap((file) =>
      mentioned(readFileSync(join(repoFolder, file), 'utf8')).map((word) => `${file}: ${word}`),
    );
    assert.deepEqual(found, [
      'docs/genesys.md: conversations:call:add',
      'docs/genesys.md: oauth:client:write',
    ]);
  });

  it('is none in the ticket that this extension writes', () => {
    const needs = needsOf(
      OPERATIONS.map((of) => ({ operation: of, calls: [] })),
      'person',
      { operations: OPERATIONS, roles: undefined, held: undefined },
    );
    const description = { host: 'api.mypurecloud.jp', date: '2026-11-28T08:00:00Z' };
    for (const language of ['en', 'ja'])
      assert.deepEqual(
        mentioned(
          takeAway('markdown', { application: 'Genesys app', needs, description, language, remarks: [] }),
        ),
        [],
      );
  });
});

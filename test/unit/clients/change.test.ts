import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ClientChange } from '../../../src/core/clients/change.ts';

describe('A change of a client, as it comes back from a quick fix', () => {
  const changes: readonly ClientChange[] = [
    { kind: 'add-redirect-uris', uris: ['https://a.test/', 'https://b.test/'] },
    { kind: 'replace-redirect-uris', replacements: [{ from: 'https://a.test/', to: 'https://a.test' }] },
    { kind: 'add-scopes', scopes: ['users'] },
    { kind: 'activate' },
    { kind: 'use-pkce' },
  ];
  for (const change of changes)
    it(`${change.kind} is taken whole`, () =>
      assert.deepEqual(ClientChange.parse(JSON.parse(JSON.stringify(change))), change));

  for (const odd of [
    {},
    { kind: 'delete' },
    { kind: 'add-redirect-uris' },
    { kind: 'add-redirect-uris', uris: [7] },
    { kind: 'add-scopes', scopes: 'users' },
    { kind: 'replace-redirect-uris', replacements: [{ from: 'https://a.test/' }] },
    { kind: 'replace-redirect-uris', replacements: [{ to: 'https://a.test/' }] },
    { kind: 'replace-redirect-uris' },
  ])
    it(`${JSON.stringify(odd)} is none`, () => assert.equal(ClientChange.safeParse(odd).success, false));
});

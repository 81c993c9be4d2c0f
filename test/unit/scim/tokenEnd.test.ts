import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readConnections } from '../../../src/core/scim/connections.ts';
import { updateTokenEnd } from '../../../src/core/scim/writeConfig.ts';

const ENTRA = '0b7de4aa-6b0c-4bb2-9a3d-8a2f0c7e5d11';
const OKTA = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';
const OLD = '2026-12-01T00:00:00Z';
const NEW = '2028-02-15T09:00:00.000Z';

/** Two connections, with all that people add. */
const TEXT = `\uFEFF// kept by the identity team\r
{ "connections": [\r
\t{ "provider": "entra", "region": "MyPureCloud.JP", "clientId": "${ENTRA.toUpperCase()}",\r
\t  "tokenEndsAt": "${OLD}", /* renew! */ "owner": "Ann", },\r
\t{ "provider": "okta", "region": "mypurecloud.jp", "clientId": "${OKTA}", "tokenEndsAt": "${OLD}" }\r
] }\r
`;
const entra = { provider: 'entra', region: 'mypurecloud.jp', clientId: ENTRA };

describe('genesys-scim.json: a token that was made anew (S6)', () => {
  it('S6: changes one value, and nothing else to the byte', () => {
    const update = updateTokenEnd(TEXT, entra, NEW);
    assert.ok(update.kind === 'text');
    assert.equal(update.text, TEXT.replace(OLD, NEW));
    assert.equal(update.line, 3);
  });

  it('S6: changes that of another connection of the file as well as that of the first', () => {
    const okta = { provider: 'okta', region: 'mypurecloud.jp', clientId: OKTA };
    const update = updateTokenEnd(TEXT, okta, NEW);
    assert.ok(update.kind === 'text');
    const at = TEXT.lastIndexOf(OLD);
    assert.equal(update.text, TEXT.slice(0, at) + NEW + TEXT.slice(at + OLD.length));
    assert.equal(update.line, 5);
  });

  it('S6: takes a connection that names no client for another one', () => {
    const text = '{ "connections": [{ "provider": "entra", "region": "mypurecloud.jp" }] }';
    assert.equal(updateTokenEnd(text, entra, NEW).kind, 'refused');
  });

  it('S6: changes nothing where the connection is gone, is there twice, or the text is broken', () => {
    const kinds = (text: string) => {
      const update = updateTokenEnd(text, entra, NEW);
      return update.kind === 'refused' ? [update.reason, update.line] : update.kind;
    };
    const other = `{ "connections": [{ "provider": "okta", "region": "mypurecloud.jp", "clientId": "${ENTRA}" }] }`;
    const one = `{ "provider": "entra", "region": "mypurecloud.jp", "clientId": "${ENTRA}" }`;
    assert.deepEqual(kinds(other), ['not-a-scim-config', 1]);
    assert.deepEqual(kinds(`{ "connections": [${one},\n${one}] }`), ['several-connections', 2]);
    assert.deepEqual(kinds('{ "connections": ['), ['not-json', 1]);
    assert.deepEqual(kinds(''), ['not-json', 1]);
    assert.deepEqual(kinds('{ "connections": { "0": 1 } }'), ['not-a-scim-config', 1]);
  });

  it('knows the connections by what they are called, in any case, and where they stand', () => {
    const [first, second, ...others] = readConnections(TEXT);
    assert.deepEqual(others, []);
    assert.ok(first && second);
    const { start, end, ...known } = first;
    assert.deepEqual(known, { ...entra, holdsToken: true, practice: false });
    assert.match(TEXT.slice(start, end), /^\{ "provider": "entra".*\}$/s);
    assert.equal(second.clientId, OKTA);
  });

  it('reads no connection from what names no client, and throws at nothing', () => {
    for (const text of ['', '[', '[]', '{"connections":3}', '{"connections":[3,null,{"region":"x"}]}'])
      assert.deepEqual(readConnections(text), [], text);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { catalogue } from '../../../src/core/findings/catalogue.ts';
import { findingText } from '../../../src/core/findings/finding.ts';
import type { ScimConnection } from '../../../src/core/scim/configFile.ts';
import { readConnections } from '../../../src/core/scim/connections.ts';
import { inspectScimConfig } from '../../../src/core/scim/inspectConfig.ts';
import { connectionNodes, readJson } from '../../../src/core/scim/jsonDocument.ts';
import { type PracticeStanding, staleAddresses } from '../../../src/core/scim/practiceAddresses.ts';
import { updatePracticeAddresses, updateScimConfig } from '../../../src/core/scim/writeConfig.ts';
import { reckonedAt } from '../watch/reckoned.ts';
import { CONNECTION } from './samples.ts';

const THEN = 'http://127.0.0.1:4711';
const NOW = 'http://127.0.0.1:52001';

function made(at: string, practice = true): ScimConnection {
  return {
    ...CONNECTION,
    provider: 'onelogin',
    ...(practice && { practice }),
    scimBaseUrl: `${at}/api/v2/scim`,
    authorizationUrl: `${at}/login`,
    tokenUrl: `${at}/login/oauth/token`,
  };
}

function file(connection: ScimConnection): string {
  const written = updateScimConfig(undefined, connection);
  assert.ok(written.kind === 'text');
  return written.text;
}

function found(text: string, standing: PracticeStanding) {
  return inspectScimConfig(
    text,
    reckonedAt(new Date('2026-11-22T09:00:00Z')),
    undefined,
    new Map([[CONNECTION.region, standing]]),
  );
}

const running = { kind: 'running', baseUrl: NOW } as const;
const codes = (text: string, standing: PracticeStanding) => found(text, standing).map(({ code }) => code);

describe('genesys-scim.json: the addresses of the practice org, which end with it (S6)', () => {
  it('are told from those of now, each where it stands', () => {
    const text = file(made(THEN));
    const stale = found(text, running).filter(({ code }) => code === 'practice-address-stale');
    assert.deepEqual(
      stale.map(({ place, args, severity }) => [
        text.slice(place.start, place.end),
        args['address'],
        severity,
      ]),
      [
        [`"${THEN}/api/v2/scim"`, NOW, 'information'],
        [`"${THEN}/login"`, NOW, 'information'],
        [`"${THEN}/login/oauth/token"`, NOW, 'information'],
      ],
    );
  });

  it('are right where they are those of now, and nobody knows while nobody has looked', () => {
    for (const address of [NOW, NOW.replace('127.0.0.1', 'localhost')])
      assert.deepEqual(codes(file(made(address)), running), ['practice-connection']);
    const [untold, ...others] = found(file(made(THEN)), { kind: 'unknown' });
    assert.deepEqual([untold?.code, untold?.args, others], ['practice-connection', {}, []]);
  });

  it('are of a practice org that is not running, which is said as information', () => {
    const [only, ...others] = found(file(made(THEN)), { kind: 'stopped' });
    assert.deepEqual(others, []);
    assert.ok(only);
    assert.equal(only.severity, 'information');
    assert.match(findingText(catalogue, only, 'en'), /practice org, which is not running/);
  });

  it('are nobody else’s: a gateway on this computer is left alone, however the practice org stands', () => {
    for (const standing of [running, { kind: 'stopped' }] as const)
      assert.deepEqual(codes(file(made(THEN, false)), standing), []);
  });

  it('that are no addresses are left alone', () => {
    const text = file(made(THEN)).replaceAll(/"http[^"]+"/g, '"soon"');
    assert.deepEqual(codes(text, running), ['practice-connection']);
  });

  it('are put right in one connection, and nothing else changes to the byte', () => {
    const own = file(made(THEN));
    const other = file({ ...made(THEN), provider: 'entra' });
    const text = `// ours\r\n${own.replace(/\]\s*\}\s*$/, '')},\r\n${other.replace(/^\{\s*"connections": \[/, '')}`;
    const [connection] = readConnections(text);
    assert.ok(connection?.practice);
    const update = updatePracticeAddresses(text, connection, NOW);
    assert.ok(update.kind === 'text');
    const end = text.indexOf('entra');
    assert.equal(update.text, text.slice(0, end).replaceAll(THEN, NOW) + text.slice(end));
    assert.deepEqual(
      codes(update.text, running).filter((code) => code === 'practice-address-stale').length,
      3,
    );
  });

  it('stay as they are where they are right, or the connection is gone', () => {
    const text = file(made(NOW));
    const [connection] = readConnections(text);
    assert.ok(connection);
    const same = updatePracticeAddresses(text, connection, NOW);
    assert.equal(same.kind === 'text' && same.text, text);
    assert.equal(updatePracticeAddresses('{}', connection, NOW).kind, 'refused');
  });

  it('are no place where an identity provider waits: a token that ends there is told, and is no fault', () => {
    const text = file(made(NOW));
    for (const [moment, code] of [
      ['2028-02-01T00:00:00Z', 'token-expiring'],
      ['2029-01-01T00:00:00Z', 'token-expired'],
    ] as const) {
      const told = inspectScimConfig(text, reckonedAt(new Date(moment))).find((each) => each.code === code);
      assert.ok(told);
      assert.equal(told.severity, 'information');
      assert.match(findingText(catalogue, told, 'en'), /practice org.*no identity provider holds it/);
    }
  });

  it('are never written into a connection that is not of the practice org', () => {
    const text = file(made(THEN, false));
    const [node] = connectionNodes(readJson(text).root);
    assert.ok(node);
    assert.deepEqual(staleAddresses(node, NOW), []);
    const [connection] = readConnections(text);
    assert.ok(connection);
    const same = updatePracticeAddresses(text, connection, NOW);
    assert.equal(same.kind === 'text' && same.text, text);
  });
});

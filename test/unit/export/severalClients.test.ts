import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { requestOf } from '../../../src/core/export/clientRequest.ts';
import { ExportFormat, exportAs, exportClientsAs } from '../../../src/core/export/exportAs.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { clientOf, inPractice, where } from './clients.ts';
import { assertTerraformFormatted } from './fmtRules.ts';
import { readHcl } from './readHcl.ts';

const clients = ['CRM', 'crm', 'Portal'].map((name, index) => ({
  id: `id-${index}`,
  request: { ...clientOf('text'), name },
}));

describe('Clients that exist, kept as code', () => {
  it('are one Terraform configuration, each under a label of its own and with its import block', async () => {
    const text = exportClientsAs('terraform', clients, where);
    assertTerraformFormatted(text);
    const read = await readHcl(text);
    const labels = ['crm', 'crm_2', 'portal'];
    const made = Object.entries(read.resource.genesyscloud_oauth_client);
    assert.deepEqual(
      made.map(([label, same]) => [label, same.map(({ name }) => name)]),
      labels.map((label, index) => [label, [clients[index]?.request.name]]),
    );
    assert.deepEqual(
      read.import,
      labels.map((label, index) => ({
        to: { reference: `genesyscloud_oauth_client.${label}` },
        id: `id-${index}`,
      })),
    );
  });

  it('are ready in a moment, however many there are without a Latin letter in their names', () => {
    const [first] = clients;
    assert.ok(first);
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      id: `id-${index}`,
      request: { ...first.request, name: '顧客管理' },
    }));
    const begun = performance.now();
    const text = exportClientsAs('terraform', many, where);
    assert.ok(performance.now() - begun < 5_000);
    const labels = text.match(/(?<=^resource "genesyscloud_oauth_client" )"\w+"/gm) ?? [];
    assert.deepEqual([labels.length, new Set(labels).size], [10_000, 10_000]);
  }).timeout(120_000);

  it('name the practice org once for all of them', () => {
    assert.equal(
      exportClientsAs('terraform', clients, inPractice).split('provider "genesyscloud"').length,
      2,
    );
  });

  it('are a list in JSON, and alone what one client is', () => {
    assert.deepEqual(
      JSON.parse(exportClientsAs('json', clients, where)),
      clients.map(({ request }) => request),
    );
    for (const format of ExportFormat.options)
      for (const { id, request } of clients)
        assert.equal(
          exportClientsAs(format, [{ id, request }], where),
          exportAs(format, request, { ...where, ...(format === 'terraform' && { clientId: id }) }),
        );
  });

  it('are one command after the other in a shell', () => {
    for (const format of ['curl', 'genesys-cli'] as const) {
      const text = exportClientsAs(format, clients, where);
      for (const { request } of clients) assert.ok(text.includes(exportAs(format, request, where)));
    }
  });
});

describe('A client that exists, as the request that would make it', () => {
  const client: OAuthClient = {
    id: 'b7f1',
    name: 'CRM',
    description: '',
    authorizedGrantType: 'CODE',
    accessTokenValiditySeconds: 64_800,
    registeredRedirectUri: ['https://crm.test/'],
    scope: ['users'],
    roleDivisions: null,
    state: 'inactive',
    dateCreated: '2025-01-01T00:00:00Z',
    createdBy: { id: 'somebody', name: 'Some Body' },
    dateToDelete: '2026-12-24T00:00:00Z',
  };

  it('has nothing of what the org alone fills, and no empty field', () => {
    assert.deepEqual(requestOf(client), {
      name: 'CRM',
      authorizedGrantType: 'CODE',
      accessTokenValiditySeconds: 64_800,
      registeredRedirectUri: ['https://crm.test/'],
      scope: ['users'],
    });
  });

  it('keeps no secret, whatever comes with the client', () => {
    const request = requestOf({ ...client, ...{ secret: 'canary' } });
    assert.ok(request);
    for (const format of ExportFormat.options)
      assert.doesNotMatch(exportClientsAs(format, [{ id: client.id, request }], where), /canary/);
  });

  it('is none where its grant type or token duration is not known', () => {
    assert.equal(requestOf({ ...client, authorizedGrantType: 'PASSWORD' }), undefined);
    const { accessTokenValiditySeconds: _, ...without } = client;
    assert.equal(requestOf(without), undefined);
  });
});

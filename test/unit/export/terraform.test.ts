import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportAs } from '../../../src/core/export/exportAs.ts';
import type { OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import { GrantType } from '../../../src/core/platform/oauthClients.ts';
import { anyClient, clientOf, hostileTexts, where } from './clients.ts';
import { assertTerraformFormatted } from './fmtRules.ts';
import { type HclClient, readHcl } from './readHcl.ts';

/** The clients that one text describes, each as the provider is told, in the order of the text where names are the same. */
async function clientsIn(hcl: string): Promise<readonly HclClient[]> {
  return Object.values((await readHcl(hcl)).resource.genesyscloud_oauth_client).flat();
}

async function readBack(client: OAuthClientRequest): Promise<HclClient> {
  const [read, ...others] = await clientsIn(exportAs('terraform', client, where));
  assert.deepEqual(others, []);
  assert.ok(read);
  return read;
}

/** What the provider is told of a client: no empty list, and all texts in the normal form that HCL gives them. */
function told(client: OAuthClientRequest): unknown {
  const { registeredRedirectUri = [], scope = [], roleDivisions = [] } = client;
  const roles = roleDivisions.map(({ roleId, divisionId }) => ({ role_id: roleId, division_id: divisionId }));
  return JSON.parse(
    JSON.stringify({
      name: client.name,
      description: client.description,
      authorized_grant_type: client.authorizedGrantType,
      access_token_validity_seconds: client.accessTokenValiditySeconds,
      ...(registeredRedirectUri.length > 0 && { registered_redirect_uris: registeredRedirectUri }),
      ...(scope.length > 0 && { scopes: scope }),
      ...(roles.length > 0 && { roles }),
    }),
    (_, value) => (typeof value === 'string' ? value.normalize('NFC') : value),
  );
}

function inOrder(clients: readonly unknown[]): readonly string[] {
  return clients.map((client) => JSON.stringify(client)).sort();
}

describe('A client taken elsewhere as Terraform, read by the parser of its makers', () => {
  for (const [hostility, text] of Object.entries(hostileTexts)) {
    it(`G2, G3: says in HCL exactly what the request says, with ${hostility}`, async () => {
      assert.deepEqual(await readBack(clientOf(text)), told(clientOf(text)));
    });
  }

  it('says exactly what the request says, whatever the clients', async () => {
    const clients = fc.sample(anyClient, 100);
    const text = clients.map((client) => exportAs('terraform', client, where)).join('\n');
    assert.deepEqual(inOrder(await clientsIn(text)), inOrder(clients.map(told)));
  });

  it('has the layout of terraform fmt, whatever the client', () => {
    fc.assert(
      fc.property(anyClient, (client) => {
        assertTerraformFormatted(exportAs('terraform', client, where));
        assertTerraformFormatted(exportAs('terraform', client, { ...where, clientId: client.name }));
      }),
    );
  });

  for (const authorizedGrantType of GrantType.options) {
    it(`G6: spells ${authorizedGrantType} as the provider does`, async () => {
      const client = { ...clientOf('CRM'), authorizedGrantType };
      assert.equal((await readBack(client)).authorized_grant_type, authorizedGrantType);
    });
  }

  it('G13: gives a role once for each of its divisions', async () => {
    const roleDivisions = ['home', 'sales'].map((divisionId) => ({ roleId: 'agent', divisionId }));
    assert.deepEqual(
      (await readBack({ ...clientOf('CRM'), roleDivisions })).roles,
      ['home', 'sales'].map((division_id) => ({ role_id: 'agent', division_id })),
    );
  });

  it('S5: gives one role in every division with the star', async () => {
    const client = { ...clientOf('SCIM'), roleDivisions: [{ roleId: 'scim', divisionId: '*' }] };
    assert.deepEqual((await readBack(client)).roles, [{ role_id: 'scim', division_id: '*' }]);
  });

  it('imports a client that exists already, instead of creating a second one', async () => {
    const clientId = `it's "\${here}"`;
    const read = await readHcl(exportAs('terraform', clientOf('CRM'), { ...where, clientId }));
    const [label] = Object.keys(read.resource.genesyscloud_oauth_client);
    assert.deepEqual(read.import, [
      { to: { reference: `genesyscloud_oauth_client.${label}` }, id: clientId },
    ]);
  });
});

describe('The label of the Terraform resource', () => {
  const labelOf = (name: string) =>
    /^resource "genesyscloud_oauth_client" "([^"\n]*)" \{$/m.exec(
      exportAs('terraform', { ...clientOf(''), name }, where),
    )?.[1];

  it('comes from the name', () => {
    assert.equal(labelOf('Café  CRM (prod)'), 'cafe_crm_prod');
  });

  it('starts with a letter, although the name starts with a digit', () => {
    assert.equal(labelOf('2nd line'), 'client_2nd_line');
  });

  it('is there, although the name has no Latin letter', () => {
    assert.equal(labelOf('顧客ポータル'), 'oauth_client');
  });

  it('is cut to 60 characters, and never between a word and nothing', () => {
    assert.equal(labelOf('a'.repeat(10_000)), 'a'.repeat(60));
    assert.equal(labelOf(`${'a'.repeat(59)} b`), 'a'.repeat(59));
  });

  it('is an identifier, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 500 })),
        (name) => {
          assert.match(labelOf(name) ?? '', /^[a-z](?:[a-z0-9_]{0,66}[a-z0-9])?$/);
        },
      ),
    );
  });
});

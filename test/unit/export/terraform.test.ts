import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportAs } from '../../../src/core/export/exportAs.ts';
import type { OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import { GrantType } from '../../../src/core/platform/oauthClients.ts';
import { anyClient, clientOf, hostileTexts, where } from './clients.ts';
import { assertTerraformFormatted } from './fmtRules.ts';
import { type HclRead, readHcl } from './readHcl.ts';

function resourceOf(client: OAuthClientRequest): HclRead {
  const { attributes, blocks } = readHcl(exportAs('terraform', client, where));
  const [resource, ...others] = blocks;
  assert.deepEqual([attributes, others], [{}, []]);
  assert.ok(resource);
  return resource;
}

function assertSays(resource: HclRead, client: OAuthClientRequest): void {
  const expected = {
    name: client.name,
    description: client.description,
    authorized_grant_type: client.authorizedGrantType,
    access_token_validity_seconds: client.accessTokenValiditySeconds,
    registered_redirect_uris: client.registeredRedirectUri?.length ? client.registeredRedirectUri : undefined,
    scopes: client.scope?.length ? client.scope : undefined,
  };
  const given = Object.entries(expected).filter(([, value]) => value !== undefined);
  assert.deepEqual(resource.attributes, Object.fromEntries(given));
  assert.deepEqual(
    resource.blocks.map(({ type, attributes }) => ({ type, ...attributes })),
    (client.roleDivisions ?? []).map(({ roleId, divisionId }) => ({
      type: 'roles',
      role_id: roleId,
      division_id: divisionId,
    })),
  );
}

describe('A client taken elsewhere as Terraform', () => {
  for (const [hostility, text] of Object.entries(hostileTexts)) {
    it(`G2, G3: says in HCL exactly what the request says, with ${hostility}`, () => {
      assertSays(resourceOf(clientOf(text)), clientOf(text));
    });
  }

  it('says exactly what the request says, in the layout of terraform fmt, whatever the client', () => {
    fc.assert(
      fc.property(anyClient, (client) => {
        assertSays(resourceOf(client), client);
        assertTerraformFormatted(exportAs('terraform', client, where));
        assertTerraformFormatted(exportAs('terraform', client, { ...where, clientId: client.name }));
      }),
    );
  });

  for (const authorizedGrantType of GrantType.options) {
    it(`G6: spells ${authorizedGrantType} as the provider does`, () => {
      const client = { ...clientOf('CRM'), authorizedGrantType };
      assert.equal(resourceOf(client).attributes['authorized_grant_type'], authorizedGrantType);
    });
  }

  it('G13: gives a role once for each of its divisions', () => {
    const roleDivisions = ['home', 'sales'].map((divisionId) => ({ roleId: 'agent', divisionId }));
    assert.deepEqual(
      resourceOf({ ...clientOf('CRM'), roleDivisions }).blocks.map(({ attributes }) => attributes),
      ['home', 'sales'].map((division_id) => ({ role_id: 'agent', division_id })),
    );
  });

  it('S5: gives one role in every division with the star', () => {
    const client = { ...clientOf('SCIM'), roleDivisions: [{ roleId: 'scim', divisionId: '*' }] };
    assert.deepEqual(resourceOf(client).blocks[0]?.attributes, { role_id: 'scim', division_id: '*' });
  });

  it('imports a client that exists already, instead of creating a second one', () => {
    const clientId = `it's "\${here}"`;
    const { blocks } = readHcl(exportAs('terraform', clientOf('CRM'), { ...where, clientId }));
    const [imported, resource] = blocks;
    assert.deepEqual(imported?.attributes, {
      to: { reference: `genesyscloud_oauth_client.${resource?.labels[1]}` },
      id: clientId,
    });
  });
});

describe('The label of the Terraform resource', () => {
  const labelOf = (name: string) => resourceOf(clientOf(name)).labels;

  it('comes from the name', () => {
    assert.deepEqual(labelOf('Café  CRM (prod)'), ['genesyscloud_oauth_client', 'cafe_crm_prod']);
  });

  it('starts with a letter, although the name starts with a digit', () => {
    assert.equal(labelOf('2nd line')[1], 'client_2nd_line');
  });

  it('is there, although the name has no Latin letter', () => {
    assert.equal(labelOf('顧客ポータル')[1], 'oauth_client');
  });

  it('is cut to 60 characters, and never between a word and nothing', () => {
    assert.equal(labelOf('a'.repeat(10_000))[1], 'a'.repeat(60));
    assert.equal(labelOf(`${'a'.repeat(59)} b`)[1], 'a'.repeat(59));
  });

  it('is an identifier, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 500 })),
        (name) => {
          assert.match(labelOf(name)[1] ?? '', /^[a-z](?:[a-z0-9_]{0,66}[a-z0-9])?$/);
        },
      ),
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES } from '../../../src/core/clients/frameworkNeeds.ts';
import { plan } from '../../../src/core/procedures/index.ts';
import { Plan } from '../../../src/core/procedures/plan.ts';
import { aContext, aFrameworkFile, aPlacement, aWorkspace, onAdminPage } from './situations.ts';

describe('The plan of the embeddable procedure', () => {
  it('is nothing while an error stands in its way', () => {
    assert.equal(plan('embeddable', { name: '' }, aContext()), undefined);
    assert.equal(
      plan('embeddable', { name: 'CRM' }, aContext({ destination: { kind: 'undecided' } })),
      undefined,
    );
  });

  it('creates the client with exactly the answers in force, then keeps the secret, then writes the file', () => {
    const draft = { name: ' CRM ', description: ' Agent desktop ', duration: '172,800' };
    const steps = plan('embeddable', draft, aContext());
    assert.deepEqual(
      steps?.map(({ kind }) => kind),
      ['create-client', 'keep-secret', 'read-back', 'edit-framework-file'],
    );
    assert.deepEqual(steps[0], {
      kind: 'create-client',
      orgName: 'Practice Org',
      url: 'https://api.mypurecloud.jp/api/v2/oauth/clients',
      body: {
        name: 'CRM',
        description: 'Agent desktop',
        authorizedGrantType: 'CODE',
        accessTokenValiditySeconds: 172_800,
        registeredRedirectUri: ['https://apps.mypurecloud.jp/crm/index.html'],
        scope: [...FRAMEWORK_SCOPES],
      },
    });
  });

  it('leaves an empty description out of the request', () => {
    const [create] = plan('embeddable', { name: 'CRM', description: '  ' }, aContext()) ?? [];
    assert.ok(create?.kind === 'create-client');
    assert.equal('description' in create.body, false);
  });

  it('sends each redirect URI and each scope once', () => {
    const uri = 'https://apps.mypurecloud.jp/crm/index.html';
    const scopes = [...FRAMEWORK_SCOPES, 'users'];
    const [create] =
      plan('embeddable', { name: 'CRM', redirectUris: `${uri}\n${uri}`, scopes }, aContext()) ?? [];
    assert.ok(create?.kind === 'create-client');
    assert.deepEqual(create.body.registeredRedirectUri, [uri]);
    assert.deepEqual(create.body.scope, [...FRAMEWORK_SCOPES]);
  });

  it('touches no file when the person adds the ID by hand', () => {
    const steps = plan('embeddable', { name: 'CRM', target: { kind: 'by-hand' } }, aContext());
    assert.deepEqual(
      steps?.map(({ kind }) => kind),
      ['create-client', 'keep-secret', 'read-back'],
    );
  });

  describe('when the client is made on the admin page', () => {
    const files = [aFrameworkFile({ placement: aPlacement({ regions: ['mypurecloud.ie'] }) })];
    const context = aContext({
      destination: onAdminPage('mypurecloud.ie'),
      workspace: aWorkspace({ files }),
    });
    const clientId = '0B1F0C5E-0000-4000-8000-00000000000A';

    it('sends no request and keeps no secret: it uses the ID, as the platform writes it, and writes the file', () => {
      const steps = plan('embeddable', { name: ' CRM ', clientId: `\u200e "${clientId}"\n` }, context);
      assert.deepEqual(
        steps?.map(({ kind }) => kind),
        ['use-client', 'edit-framework-file'],
      );
      assert.deepEqual(steps[0], { kind: 'use-client', id: clientId.toLowerCase(), name: 'CRM' });
    });

    it('is for the region whose admin page it is', () => {
      const step = plan('embeddable', { name: 'CRM', clientId }, context)?.at(-1);
      assert.ok(step?.kind === 'edit-framework-file');
      assert.deepEqual(step.regions, ['mypurecloud.ie']);
    });

    it('is nothing while the ID is missing', () => {
      assert.equal(plan('embeddable', { name: 'CRM' }, context), undefined);
    });
  });

  it('makes a new framework.js whose login flow is that of the client', () => {
    const newFiles = [{ uri: 'file:///crm/framework.js', path: 'framework.js' }];
    const context = aContext({ workspace: aWorkspace({ newFiles }) });
    const step = plan('embeddable', { name: 'CRM', grantType: 'CODE' }, context)?.at(-1);
    assert.ok(step?.kind === 'create-framework-file');
    assert.match(step.text, /mypurecloud\.jp/);
    assert.match(step.text, /usePKCEAuthFlow: true/);
  });

  describe('G11: for several regions', () => {
    const moreRegions = ['mypurecloud.de', 'mypurecloud.jp', 'mypurecloud.de'];
    const regions = ['mypurecloud.jp', 'mypurecloud.de'];

    it('is one client, with the redirect URIs of each, and one change of the file', () => {
      const files = [aFrameworkFile({ placement: aPlacement({ regions }) })];
      const steps = plan(
        'embeddable',
        { name: 'CRM', moreRegions },
        aContext({ workspace: aWorkspace({ files }) }),
      );
      const [create] = steps ?? [];
      assert.ok(create?.kind === 'create-client');
      assert.deepEqual(
        create.body.registeredRedirectUri,
        regions.map((region) => `https://apps.${region}/crm/index.html`),
      );
      const edits = steps?.filter(({ kind }) => kind === 'edit-framework-file') ?? [];
      assert.equal(edits.length, 1);
      assert.ok(edits[0]?.kind === 'edit-framework-file');
      assert.deepEqual(edits[0].regions, regions);
    });

    it('is nothing while the change of the file is known for other regions only', () => {
      assert.equal(plan('embeddable', { name: 'CRM', moreRegions }, aContext()), undefined);
    });

    it('makes a new file with an entry for each', () => {
      const newFiles = [{ uri: 'file:///crm/framework.js', path: 'framework.js' }];
      const context = aContext({ workspace: aWorkspace({ newFiles }) });
      const step = plan('embeddable', { name: 'CRM', moreRegions }, context)?.at(-1);
      assert.ok(step?.kind === 'create-framework-file');
      for (const region of regions) assert.ok(step.text.includes(`'${region}': '{new-client-id}'`));
    });
  });

  it('survives the way through a message unchanged, so that what was shown can be compared', () => {
    const steps = plan(
      'embeddable',
      { name: 'CRM' },
      aContext({ workspace: aWorkspace({ files: [aFrameworkFile()] }) }),
    );
    assert.deepEqual(Plan.parse(JSON.parse(JSON.stringify(steps))), steps);
  });
});

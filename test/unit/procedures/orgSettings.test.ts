import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OrgSettings } from '../../../src/core/procedures/context.ts';
import type { Draft, ProcedureId } from '../../../src/core/procedures/draft.ts';
import { draftFindingText } from '../../../src/core/procedures/draftFinding.ts';
import { check, plan } from '../../../src/core/procedures/index.ts';
import { loadOrg } from '../../../src/core/procedures/loadOrg.ts';
import { useOrg } from '../../org/useOrg.ts';
import { clients } from '../../wizard/samples.ts';
import { aContext, anOrg, inOrg } from './situations.ts';

const ABOUT_SETTINGS = /^org-/;

/** What is said of the settings of an org, as severity and sentence. */
function said(settings: OrgSettings | undefined, procedure: ProcedureId, draft: Draft = {}): string[] {
  const org = anOrg(settings && { settings });
  return check(procedure, { name: 'CRM', ...draft }, aContext({ destination: inOrg(org) }))
    .filter(({ code }) => ABOUT_SETTINGS.test(code))
    .map((finding) => `${finding.severity}: ${draftFindingText(finding, 'en')}`);
}

describe('Settings of an org that break a client that is right', () => {
  it('are nothing to speak of where they are off, or nobody may read them', () => {
    for (const procedure of ['embeddable', 'general', 'scim'] as const) {
      assert.deepEqual(said(undefined, procedure), []);
      assert.deepEqual(said({}, procedure), []);
      assert.deepEqual(said({ networks: [] }, procedure), []);
    }
  });

  it('name the sites that may embed the framework, and the first five of many', () => {
    const [few] = said({ embeddingSites: ['crm.example', 'help.example'] }, 'embeddable');
    assert.match(
      few ?? '',
      /^information: Practice Org lets only these sites.*: crm\.example and help\.example\./,
    );
    const many = Array.from({ length: 90 }, (_, at) => `site${at}.example`);
    const [first] = said({ embeddingSites: many }, 'embeddable');
    assert.match(first ?? '', /and site4\.example; 85 more are on the list\. If/);
    assert.doesNotMatch(first ?? '', /site5/);
    assert.deepEqual(said({ embeddingSites: [] }, 'general'), [], 'who knows whether it is embedded');
  });

  it('warn where no site may embed the framework at all', () => {
    const [none] = said({ embeddingSites: [] }, 'embeddable');
    assert.match(none ?? '', /^warning: .* names none: no agent will see/);
  });

  it('tell of the inactivity timeout, and that Code Authorization gets no refresh token', () => {
    const settings = { inactivitySeconds: 1800 };
    assert.match(
      said(settings, 'embeddable', { grantType: 'CODE' })[0] ?? '',
      /^warning: .* 30 minutes.* no refresh token/,
    );
    assert.match(
      said(settings, 'general', { grantType: 'TOKEN' })[0] ?? '',
      /^information: .* 30 minutes.* log in again then/,
    );
    assert.deepEqual(said(settings, 'general', { grantType: 'CLIENT-CREDENTIALS' }), []);
    assert.deepEqual(said(settings, 'scim'), []);
  });

  it('warn of the IP allow-list where a client calls by itself', () => {
    const settings = { networks: ['203.0.113.0/24'] };
    const warning = /^warning: Practice Org takes calls only from these networks: 203\.0\.113\.0\/24\./;
    assert.match(said(settings, 'scim')[0] ?? '', warning);
    assert.match(said(settings, 'general', { grantType: 'CLIENT-CREDENTIALS' })[0] ?? '', warning);
    assert.deepEqual(said(settings, 'general', { grantType: 'CODE' }), []);
    assert.deepEqual(said(settings, 'embeddable'), []);
  });

  it('tell that a new client may have to be authorized, but not of one that is there', () => {
    for (const procedure of ['embeddable', 'general', 'scim'] as const) {
      const [information] = said({ authorizesClients: true }, procedure);
      assert.match(information ?? '', /^information: .* If it requires that, nobody can log in/, procedure);
    }
    const adopts = clients[0]?.id ?? '';
    assert.deepEqual(said({ authorizesClients: true }, 'embeddable', { adopts }), []);
    assert.equal(said({ inactivitySeconds: 300, embeddingSites: [] }, 'embeddable', { adopts }).length, 2);
  });

  it('keep nobody from saving', () => {
    const all: OrgSettings = {
      embeddingSites: [],
      inactivitySeconds: 300,
      networks: ['203.0.113.0/24'],
      authorizesClients: true,
    };
    const context = aContext({ destination: inOrg(anOrg({ settings: all })) });
    const draft: Draft = { name: 'CRM', target: { kind: 'by-hand' } };
    assert.ok(plan('embeddable', draft, context));
  });
});

describe('The settings of an org, as they are read', () => {
  const org = useOrg();
  const read = async (loginHint: string) => {
    const accessToken = await org().signIn(loginHint);
    const address = { region: 'mypurecloud.com', practice: true, loginUrl: `${org().baseUrl}/login` };
    const loaded = await loadOrg({ apiUrl: org().baseUrl, accessToken, language: 'en' }, address);
    assert.ok(loaded.ok);
    return loaded.value.settings;
  };
  const on = async () => {
    await org().turn({
      embeddingAllowList: ['crm.example'],
      inactivityTimeoutSeconds: 600,
      ipAllowList: ['203.0.113.0/24'],
      approvedClients: [org().automationClient.id],
    });
  };

  it('are empty while all is off', async () => {
    assert.deepEqual(await read('administrator'), {});
  });

  it('are all that an administrator may read', async () => {
    await on();
    assert.deepEqual(await read('administrator'), {
      embeddingSites: ['crm.example'],
      inactivitySeconds: 600,
      networks: ['203.0.113.0/24'],
      authorizesClients: true,
    });
  });

  it('are the timeout alone for somebody who may read no more, in silence', async () => {
    await on();
    assert.deepEqual(await read('integrator'), { inactivitySeconds: 600 });
  });

  it('are left out where the answers are odd', async () => {
    await on();
    for (const operation of [
      'GET /api/v2/organizations/authentication/settings',
      'GET /api/v2/tokens/timeout',
    ]) {
      await org().turn({ troubles: [{ kind: 'wrong-types', fields: 'innermost', operation }] });
      const settings = await read('administrator');
      assert.ok(settings, operation);
      assert.ok(!('embeddingSites' in settings && 'inactivitySeconds' in settings), operation);
    }
  });
});

import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { FRAMEWORK_SCOPES } from '../../src/core/clients/frameworkNeeds.ts';
import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';
import { frameworkWith, untilCodes, useFrameworkDesk } from './frameworkDesk.ts';
import { useQuickFixes } from './quickFixes.ts';
import { until } from './until.ts';

const ID = '0b1f0c5e-1111-4111-8111-000000000002';
const PAGE = 'https://apps.mypurecloud.com/crm/index.html';
const LOGIN_WINDOW = 'https://apps.mypurecloud.com/crm/authWindow.html';

/** A fault in the text, of an entry for this region, and what its fix makes of it. */
type TextFault = {
  readonly code: string;
  readonly fault: (region: string) => string;
  /** Where the caret stands. */
  readonly at: string;
  readonly fix: RegExp;
  readonly fixed: (region: string) => string;
};

const ids = (entries: string, more = '') => `x = { clientIds: {${entries}}${more} };`;

const TEXT_FAULTS: readonly TextFault[] = [
  {
    code: 'malformed-client-id',
    fault: (region) => frameworkWith(region, `{${ID}}`),
    at: ID,
    fix: /^Change to 0b1f0c5e/,
    fixed: (region) => frameworkWith(region, ID),
  },
  {
    code: 'unknown-region',
    fault: () => frameworkWith('mypurecloud.dee', ID),
    at: 'mypurecloud.dee',
    fix: /^Change to mypurecloud\.de$/,
    fixed: () => frameworkWith('mypurecloud.de', ID),
  },
  {
    code: 'duplicate-region',
    fault: () => ids(`'mypurecloud.de': '', 'mypurecloud.de': '${ID}'`),
    at: 'mypurecloud.de',
    fix: /^Remove the entry/,
    fixed: () => ids(`'mypurecloud.de': '${ID}'`),
  },
  {
    code: 'duplicate-setting',
    fault: () =>
      ids(
        `'mypurecloud.de': '${ID}'`,
        ', settings: { dedicatedLoginWindow: true, dedicatedLoginWindow: false }',
      ),
    at: 'dedicatedLoginWindow',
    fix: /^Remove the setting/,
    fixed: () => ids(`'mypurecloud.de': '${ID}'`, ', settings: { dedicatedLoginWindow: false }'),
  },
  {
    code: 'commented-out-only',
    fault: () => ids(`\n  // 'mypurecloud.de': '${ID}'\n`),
    at: 'mypurecloud.de',
    fix: /^Use this Client ID/,
    fixed: () => ids(`\n  'mypurecloud.de': '${ID}'\n`),
  },
];

/** A fault of a client, and what the fix of its finding makes of it; what is not named stays. */
type ClientFault = {
  readonly code: string;
  readonly has: Partial<OAuthClient>;
  readonly settings?: string;
  readonly fix: RegExp;
  /** What the person clicks to agree. */
  readonly agree?: string;
  readonly becomes: Partial<OAuthClient>;
  readonly settingsBecome?: string;
};

const CLIENT_FAULTS: readonly ClientFault[] = [
  {
    code: 'missing-redirect-uri',
    has: { registeredRedirectUri: ['https://crm.test/'] },
    fix: /^Add the redirect URIs/,
    becomes: { registeredRedirectUri: ['https://crm.test/', PAGE] },
  },
  {
    code: 'missing-redirect-uri',
    has: { registeredRedirectUri: [PAGE] },
    settings: 'dedicatedLoginWindow: true',
    fix: /^Add the redirect URIs/,
    becomes: { registeredRedirectUri: [PAGE, LOGIN_WINDOW] },
  },
  {
    code: 'missing-redirect-uri',
    has: { registeredRedirectUri: ['https://crm.test/', PAGE.replace('https', 'http')] },
    fix: /^Replace http:.* of the client…/,
    becomes: { registeredRedirectUri: ['https://crm.test/', PAGE] },
  },
  {
    code: 'inexact-redirect-uri',
    has: { registeredRedirectUri: ['https://crm.test/', `${PAGE}/`] },
    fix: /^Correct the redirect URI/,
    becomes: { registeredRedirectUri: ['https://crm.test/', PAGE] },
  },
  {
    code: 'missing-scope',
    has: { scope: ['users'] },
    fix: /^Add the scopes/,
    becomes: { scope: ['users', ...FRAMEWORK_SCOPES.filter((scope) => scope !== 'users')] },
  },
  {
    code: 'client-not-active',
    has: { state: 'disabled' },
    fix: /^Activate/,
    agree: 'Activate client',
    becomes: { state: 'active' },
  },
  {
    code: 'implicit-grant-ending',
    has: { authorizedGrantType: 'TOKEN' },
    settings: 'dedicatedLoginWindow: false',
    fix: /PKCE/,
    becomes: { authorizedGrantType: 'CODE' },
    settingsBecome: 'dedicatedLoginWindow: false, usePKCEAuthFlow: true',
  },
  {
    code: 'client-wrong-grant',
    has: { authorizedGrantType: 'TOKEN' },
    settings: 'usePKCEAuthFlow: true',
    fix: /PKCE/,
    becomes: { authorizedGrantType: 'CODE' },
  },
];

describe('From the fault in framework.js to its fix, and back', () => {
  const desk = useFrameworkDesk();
  const fixes = useQuickFixes();
  let region: string;

  beforeEach(() => {
    region = desk.org().org.region;
  });

  for (const { code, fault, at, fix, fixed } of TEXT_FAULTS) {
    it(`${code}: shown, repaired by its first fix, and back with undo`, async () => {
      const { document } = await desk.open(fault(region));
      await untilCodes(document.uri, code);
      const action = await fixes.find(document, at, fix);
      assert.equal(action.isPreferred, true);
      await fixes.take(action);
      await untilCodes(document.uri);
      assert.equal(document.getText(), fixed(region));
      await vscode.commands.executeCommand('undo');
      await untilCodes(document.uri, code);
      assert.equal(document.getText(), fault(region));
    });
  }

  for (const { code, has, settings = '', fix, agree = 'Change client', ...after } of CLIENT_FAULTS) {
    const { becomes, settingsBecome = settings } = after;
    it(`${code}, ${JSON.stringify(has)}: shown, taken back with Undo, and then repaired for good`, async () => {
      const { id } = await desk.client();
      await desk.change(id, has);
      await desk.signIn();
      const text = frameworkWith(region, id, settings);
      const { document } = await desk.open(text);
      await untilCodes(document.uri, code);
      const before = await desk.read(id);

      fixes.answers = { warning: agree, information: 'Undo' };
      await fixes.take(await fixes.find(document, id, fix));
      await until(() => fixes.told.some((message) => message.includes('as it was before')));
      await until(() => document.getText() === text);
      await untilCodes(document.uri, code);
      assert.deepEqual(await desk.read(id), before);

      fixes.answers = { warning: agree };
      await fixes.take(await fixes.find(document, id, fix));
      await untilCodes(document.uri);
      assert.deepEqual(await desk.read(id), { ...before, ...becomes });
      assert.equal(document.getText(), frameworkWith(region, id, settingsBecome));
    });
  }
});

import assert from 'node:assert/strict';
import { afterEach, before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { SCIM_CONFIG_NAME } from '../../src/core/scim/configName.ts';
import { readConnections } from '../../src/core/scim/connections.ts';
import { makeScimToken } from '../../src/host/scim/makeToken.ts';
import { rehearseTrouble } from '../../src/host/signIn/rehearseTrouble.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import type { Place } from '../secrets/places.ts';
import { automationToken } from './automation.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { useFrameworkFile } from './frameworkFile.ts';
import { intercepted } from './interception.ts';
import type { Rehearsal } from './rehearsal.ts';
import { activateExtension, useScimFile } from './scimFile.ts';
import { administratorOf, logInWithBrowser, REGION } from './signingIn.ts';
import { useWindows } from './windows.ts';

const EVIL = 'evil.example';
const ELSEWHERE = 'mypurecloud.ie';

/** Everything of a workspace that is read, or could be taken for something that is, with a host that is not ours in it. */
type Column = { readonly what: string; readonly files: Readonly<Record<string, string>> };

const connection = (clientId: string, change: object) => ({
  provider: 'entra',
  region: 'mypurecloud.com',
  clientId,
  tokenDurationSeconds: 38_880_000,
  tokenEndsAt: '2020-01-01T00:00:00Z',
  ...change,
});

function scimFile(what: string, clientId: string, change: object): Column {
  const text = JSON.stringify({ connections: [connection(clientId, change)] });
  return { what: `${SCIM_CONFIG_NAME} with ${what}`, files: { [SCIM_CONFIG_NAME]: text } };
}

/**
 * What each row of the table meets: each file that decides something by itself, and all that nothing should be read from at
 * once. Each setting stands beside all others, and alone in one row at least, lest another one hide what it does.
 *
 * @param clientId a client whose secret is kept
 */
function columns(clientId: string, row: number): readonly Column[] {
  const hosts = { tokenUrl: `https://login.${EVIL}/oauth/token`, scimBaseUrl: `https://api.${EVIL}/scim` };
  const all = settings();
  return [
    { what: 'nothing of the kind', files: {} },
    scimFile('another host for its own region', clientId, hosts),
    scimFile('a region that nobody knows', clientId, { region: EVIL, ...hosts }),
    scimFile('another region', clientId, { region: ELSEWHERE }),
    scimFile('the practice org in another region', clientId, { region: ELSEWHERE, practice: true }),
    scimFile('the practice org', clientId, { practice: true, tokenUrl: `http://127.0.0.1:9/oauth/token` }),
    {
      what: 'framework.js, a configuration of the Genesys CLI, and variables of Terraform',
      files: {
        'src/framework.js': `window.Framework = { config: { clientIds: { '${EVIL}': '${clientId}' } } };`,
        '.gc/config.toml': cliProfile(clientId),
        '.env': `GENESYSCLOUD_REGION=${EVIL}\nGENESYSCLOUD_OAUTHCLIENT_ID=${clientId}\n`,
      },
    },
    settingsFile('every setting', all),
    ...all
      .filter((_, index) => index % Object.keys(ROWS).length === row)
      .map((setting) => settingsFile(`the setting ${setting[0]}`, [setting])),
  ];
}

function settingsFile(what: string, values: readonly (readonly [string, unknown])[]): Column {
  return { what, files: { '.vscode/settings.json': JSON.stringify(Object.fromEntries(values)) } };
}

function cliProfile(clientId: string): string {
  return `[DEFAULT]\nenvironment = "${EVIL}"\nclient_credentials = "${clientId}"\nclient_secret = "x"\n`;
}

/** Every setting of the manifest, so that a new one joins by itself, with a value of its type that names a host. */
function settings(): readonly (readonly [string, unknown])[] {
  const { packageJSON } = vscode.extensions.getExtension('genesys-oauth-wizard.genesys-oauth-wizard') ?? {};
  const properties: Record<string, { type: string | string[] }> =
    packageJSON.contributes.configuration.properties;
  return Object.entries(properties).map(([name, { type }]) => {
    switch ([type].flat()[0]) {
      case 'object':
        return [name, { host: EVIL, loginPath: '', apiPath: '' }];
      case 'array':
        return [name, [`https://${EVIL}/**`]];
      case 'integer':
        return [name, 9];
      case 'boolean':
        return [name, false];
      default:
        return [name, `https://${EVIL}`];
    }
  });
}

/** How a place of the code is made to send what it sends, and what that looks like. */
type Row = {
  readonly at: 'home' | 'gateway';
  readonly run: (desk: Desk) => Promise<void>;
  /** What one of its requests is, as `METHOD path` with how it authenticates and its body. */
  readonly sends: RegExp;
};
type Desk = { window: Rehearsal; clientId: string; scim: vscode.Uri };

const BASIC_TOKEN = /^POST \/login\/oauth\/token Basic .*grant_type=client_credentials/;
const CODE_TOKEN = /^POST \/login\/oauth\/token .*grant_type=authorization_code/;
const BEARER = /^GET \/api\/v2\/\S+ Bearer /;

const ROWS: Record<Place, Row> = {
  'core/operations/saveEffects.ts: clientCredentialsLogin': { at: 'home', run: saveScim, sends: BASIC_TOKEN },
  'core/operations/saveEffects.ts: Connection': {
    at: 'home',
    run: saveScim,
    sends: /^GET \/api\/v2\/scim\/\S+ Bearer /,
  },
  'core/proof/trial.ts: endLogin': { at: 'home', run: tryLogin, sends: CODE_TOKEN },
  'host/scim/makeToken.ts: clientCredentialsLogin': { at: 'home', run: makeToken, sends: BASIC_TOKEN },
  'host/signIn/flows/accessTokenFlow.ts: Connection': {
    at: 'gateway',
    run: async ({ window }) => {
      window.person.habits = { region: REGION, accessToken: 'canary-of-a-token-that-no-org-knows' };
      await window.connect('access-token');
      await window.does({ type: 'try-regions' });
    },
    sends: /^GET \/api\/v2\/tokens\/me Bearer /,
  },
  'host/signIn/flows/browserFlow.ts: endLogin': {
    at: 'gateway',
    run: async ({ window }) => {
      window.person.habits = administratorOf(window);
      await logInWithBrowser(window);
    },
    sends: CODE_TOKEN,
  },
  'host/signIn/flows/clientCredentialsFlow.ts: clientCredentialsLogin': {
    at: 'gateway',
    run: signInWithSecret,
    sends: BASIC_TOKEN,
  },
  'core/signIn/practiceOrg.ts: endLogin': {
    at: 'home',
    run: async ({ window }) => await window.connectAs('administrator'),
    sends: CODE_TOKEN,
  },
  'core/signIn/practiceOrg.ts: sendToPracticeOrg': {
    at: 'home',
    run: async ({ window }) => await window.connectAs('administrator'),
    sends: /^POST \/login\/oauth\/authorize /,
  },
  'core/signIn/practiceOrg.ts: exchange': {
    at: 'home',
    run: async ({ window }) => {
      await rehearseTrouble({ ...window.services, dialogs: new FakeDialogs() });
    },
    sends: /^GET \/practice\/causes Bearer /,
  },
  'core/signIn/renewal.ts: clientCredentialsLogin': {
    at: 'gateway',
    run: async (desk) => {
      await signInWithSecret(desk);
      await desk.window.endToken();
      await desk.window.does({ type: 'refresh' });
    },
    sends: BASIC_TOKEN,
  },
  'core/signIn/renewal.ts: refreshLogin': {
    at: 'home',
    run: async ({ window }) => {
      await window.endToken();
      await window.does({ type: 'refresh' });
    },
    sends: /^POST \/login\/oauth\/token .*grant_type=refresh_token/,
  },
  'host/signIn/sessionConnections.ts: Connection': {
    at: 'home',
    run: async ({ window }) => await window.does({ type: 'refresh' }),
    sends: BEARER,
  },
};

async function saveScim({ window }: Desk): Promise<void> {
  // The files are others than when it was opened.
  await window.does({ type: 'refresh' });
  await window.does({ type: 'answer', revision: 100, change: { name: 'Identity', provider: 'entra' } });
  await window.save();
}

async function tryLogin({ window }: Desk): Promise<void> {
  await window.does({ type: 'choose-procedure', procedure: 'general' });
  const redirectUris = 'https://app.example.com/callback';
  const change = { name: 'Wallboard', redirectUris, scopes: ['user-basic-info'] };
  await window.does({ type: 'answer', revision: 200, change });
  await window.save();
  await window.does({ type: 'try-login' });
}

async function makeToken({ window, scim }: Desk): Promise<void> {
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(scim));
  const [found] = readConnections(text);
  assert.ok(found);
  await makeScimToken(window.services, new FakeDialogs(), async () => undefined, scim, found);
}

async function signInWithSecret({ window }: Desk): Promise<void> {
  const { id, secret } = automationClient;
  window.person.habits = { region: REGION, clientId: id, clientSecret: secret };
  await window.connect('client-credentials');
}

describe('A secret goes home, whatever a workspace says', () => {
  const windows = useWindows();
  const scim = useScimFile();
  useFrameworkFile();
  let written: vscode.Uri[] = [];

  before(activateExtension);

  beforeEach(() => {
    written = [];
  });

  afterEach(async () => {
    for (const uri of written) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
  });

  async function write({ files }: Column): Promise<void> {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    for (const [path, text] of Object.entries(files)) {
      const uri = vscode.Uri.joinPath(folder.uri, path);
      if (path !== 'src/framework.js') written.push(uri);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    }
  }

  /** The requests that hold a secret, as a row describes them, by the origin that each went to. */
  async function recorded(home: string, work: () => Promise<void>): Promise<Map<string, string[]>> {
    const sent = new Map<string, string[]>();
    await intercepted(async (request, send) => {
      const { origin, pathname, search } = new URL(request.url);
      const authorization = request.headers.get('authorization') ?? '';
      const body = request.method === 'GET' ? '' : await request.clone().text();
      if (authorization !== '' || /secret|token|code|person=/.test(body)) {
        const all = sent.get(origin) ?? [];
        sent.set(origin, [...all, `${request.method} ${pathname}${search} ${authorization} ${body}`]);
      }
      const isOurs = origin === home || new URL(origin).hostname === 'localhost';
      return isOurs ? await send() : Response.json({ error: 'invalid_client' }, { status: 400 });
    }, work);
    return sent;
  }

  async function openDesk({ at }: Row): Promise<Desk> {
    const window = await windows.open({ procedure: 'scim' });
    await window.connectAs('administrator');
    const { id: clientId, secret } = automationClient;
    const client = { id: clientId, name: 'Identity', orgName: 'Practice Org', practice: true };
    await window.services.secrets.keep({ ...client, region: window.org.region }, secret);
    if (at === 'gateway') {
      await window.signOutElsewhere();
      await windows.leadTo(window);
      await automationToken(window);
    }
    return { window, clientId, scim: scim.uri() };
  }

  for (const [index, [place, row]] of Object.entries(ROWS).entries()) {
    describe(place, () => {
      it('sends it to the one host that it is at home at', async () => {
        for (const column of columns(automationClient.id, index)) {
          // Without a connection no token is made; then a file says nothing.
          if (row.run === makeToken && !(SCIM_CONFIG_NAME in column.files)) continue;
          const desk = await openDesk(row);
          const home = new URL(desk.window.org.baseUrl).origin;
          await scim.write('{}');
          await write(column);
          const sent = await recorded(home, async () => await row.run(desk));
          assert.deepEqual(
            [...sent.keys()].filter((origin) => origin !== home),
            [],
            column.what,
          );
          const isRefused = row.run === makeToken && column.what.includes('region');
          const matching = (sent.get(home) ?? []).filter((request) => row.sends.test(request));
          assert.equal(
            matching.length > 0,
            !isRefused || column.what.includes('its own region'),
            column.what,
          );
        }
      }).timeout(120_000);
    });
  }
});

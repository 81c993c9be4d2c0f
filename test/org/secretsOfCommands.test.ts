import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { PassThrough } from 'node:stream';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { after, before, describe, it } from 'mocha';
import type { CommandName } from '../../src/cli/commands.ts';
import { run } from '../../src/cli/run.ts';
import { requestsTo } from '../host/steer.ts';
import { COMMAND_LINE_PLACES } from '../secrets/places.ts';
import { terraformTo, useCommandLine } from './useCommandLine.ts';
import { useOrg } from './useOrg.ts';

const CLIENT = '0b1f0c5e-1111-4111-8111-000000000002';

/** Every command that looks into orgs, with words for it; each in the folder that a stranger has filled. */
const COMMANDS: Readonly<Record<OrgCommand, readonly string[]>> = {
  check: ['--org', 'all'],
  'clients list': [],
  'clients show': [CLIENT],
  'clients report': [],
  'clients right-size': [CLIENT],
  doctor: ['--client', CLIENT, '--org', 'all'],
  privileges: ['--org', 'all', 'src'],
  'token-watch': ['--org', 'all'],
  create: ['--from', 'request.json', '--yes', '--reveal-secret'],
  change: ['--from', 'change.json', '--yes'],
  mcp: [],
};
/** One that is added has to be added here, too. */
type OrgCommand = Exclude<CommandName, 'completion'>;

/** What is sent with a secret or a token, by the place in the code that sends it. */
const SENT: Readonly<Record<(typeof COMMAND_LINE_PLACES)[number], RegExp>> = {
  'cli/orgs/openOrg.ts: clientCredentialsLogin': /^POST \/login\/oauth\/token$/,
  'cli/orgs/openOrg.ts: Connection': /^GET \/api\/v2\//,
  'cli/orgs/openOrg.ts: Connection (2)': /^DELETE \/api\/v2\/tokens\/me$/,
};

describe('A secret that the command line signs in with', () => {
  const org = useOrg({ size: 'small' });
  const line = useCommandLine();
  const seen: string[] = [];
  const stranger = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.end('{}');
  });

  before(async () => {
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  });
  after(async () => {
    await new Promise((resolve) => stranger.close(resolve));
  });

  /** Everything of a folder that is read, or could be taken for something that is, with a host of somebody else in it. */
  async function fill(): Promise<void> {
    const address = stranger.address();
    assert.ok(typeof address === 'object' && address !== null);
    const { port } = address;
    const host = `127.0.0.1:${port}`;
    const url = `http://${host}`;
    const gateway = { host: '127.0.0.1', port, loginPath: 'login' };
    const connection = { provider: 'okta', region: host, clientId: CLIENT, practice: true };
    const files = {
      '.vscode/settings.json': { 'genesysOAuth.gateway': gateway, 'genesysOAuth.region': host },
      'genesys-scim.json': {
        connections: [{ ...connection, tokenUrl: `${url}/oauth/token`, scimBaseUrl: `${url}/scim` }],
      },
      'request.json': {
        procedure: 'general',
        name: 'Dashboard',
        grantType: 'CODE',
        redirectUris: [`${url}/callback`],
        scopes: ['users:readonly'],
      },
      'change.json': { client: CLIENT, addScopes: ['users:readonly'] },
      'practice-org.json': { baseUrl: url, region: 'mypurecloud.com' },
    };
    for (const [name, value] of Object.entries(files)) await line.write(name, JSON.stringify(value));
    await line.write(
      '.env',
      `GENESYSCLOUD_REGION=${host}\nGENESYS_OAUTH_GATEWAY=${JSON.stringify(gateway)}\n`,
    );
    await line.write(
      '.gc/config.toml',
      `[DEFAULT]\nenvironment = "${host}"\nclient_credentials = "${CLIENT}"\n`,
    );
    await line.write('.npmrc', `proxy=${url}\n`);
    await line.write(
      'framework.js',
      `window.Framework = { config: { clientIds: { '${host}': '${CLIENT}' } } };`,
    );
    await line.write('src/app.js', `await fetch('${url}/api/v2/users/me');\n`);
  }

  /** What the command says on standard error. Of the server for agents, after it has answered one. */
  async function ended(args: readonly string[]): Promise<string> {
    const io = line.io(args, { env: terraformTo(org()) });
    const [input, output] = [new PassThrough(), new PassThrough()];
    const running = run({ ...io, protocolStreams: () => ({ input, output }) });
    if (args[0] === 'mcp') {
      const agent = new Client({ name: 'test', version: '1' }, { capabilities: {} });
      await agent.connect(new StdioServerTransport(output, input));
      await agent.callTool({ name: 'list_clients', arguments: {} });
      input.end();
    }
    await running;
    return io.told().err;
  }

  for (const [command, words] of Object.entries(COMMANDS))
    it(`goes where the region beside it says, whatever the folder holds: ${command}`, async () => {
      await fill();
      const err = await ended([...command.split(' '), ...words]);
      const requests = await requestsTo(org());
      for (const [place, pattern] of Object.entries(SENT))
        assert.ok(
          requests.some((request) => pattern.test(request)),
          `${place}: ${requests.join(', ')} ${err}`,
        );
      assert.deepEqual(seen, []);
    });

  it('is tried at every place of the command line that sends one', () => {
    assert.deepEqual(Object.keys(SENT).sort(), [...COMMAND_LINE_PLACES].sort());
  });
});

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { cpuUsage } from 'node:process';
import * as z from 'zod/mini';

/** Prints how many requests a second the practice org answers on one core: a list of 25 clients, and create. */

const SECONDS = 5;
const CONNECTIONS = 16;
/** How many clients the list has; one more is the platform's own, and in no list. */
const LISTED = 25;
const introduction = z.object({
  baseUrl: z.string(),
  controlToken: z.string(),
  automationClient: z.object({ id: z.string(), secret: z.string() }),
});

const [program = new URL('../../src/practiceOrg/main.ts', import.meta.url).pathname] = process.argv.slice(2);
const execArgv = program.endsWith('.ts') ? ['--import', 'tsx'] : [];
const child = fork(program, ['--port', '0', '--size', `${LISTED + 1}`], {
  execArgv,
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
const [line] = child.stdout === null ? [''] : await once(child.stdout, 'data');
const { baseUrl, controlToken, automationClient } = introduction.parse(JSON.parse(String(line)));
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

try {
  const quick = '{"callsPerMinute":100000000}';
  await send('PATCH', '/practice/switches', quick, 'application/json', controlToken);
  const { id, secret } = automationClient;
  const form = `grant_type=client_credentials&client_id=${id}&client_secret=${secret}`;
  const grant = await send('POST', '/login/oauth/token', form, 'application/x-www-form-urlencoded');
  const token = z.object({ access_token: z.string() }).parse(JSON.parse(grant)).access_token;
  const draft = JSON.stringify({ name: 'Bench', authorizedGrantType: 'CODE', scope: ['users'] });
  await measure(`list of ${LISTED} clients`, () =>
    send('GET', '/api/v2/oauth/clients', undefined, undefined, token),
  );
  await measure('create', () => send('POST', '/api/v2/oauth/clients', draft, 'application/json', token));
} finally {
  agent.destroy();
  child.kill();
}

async function measure(what: string, once: () => Promise<unknown>): Promise<void> {
  const [start, cpu] = [performance.now(), cpuUsage()];
  let answered = 0;
  const until = start + SECONDS * 1000;
  const worker = async () => {
    while (performance.now() < until) {
      await once();
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  const seconds = (performance.now() - start) / 1000;
  const own = (cpuUsage(cpu).user + cpuUsage(cpu).system) / 1e6 / seconds;
  process.stdout.write(
    `${what}: ${Math.round(answered / seconds)} requests/s (the bench itself used ${own.toFixed(2)} cores)\n`,
  );
}

function send(method: string, path: string, body?: string, type?: string, token?: string): Promise<string> {
  const headers = {
    ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
    ...(type !== undefined && { 'content-type': type }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(`${baseUrl}${path}`, { method, headers, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => (answer.statusCode === 200 ? resolve(text) : reject(new Error(text))));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

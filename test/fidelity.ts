// npm run fidelity [-- CLIENTS …] [--record]: lets clients that nobody here wrote use the practice org, each pinned to a version
// and fetched by its own package manager. CLIENTS are names, as the table has them; without any, all. --record keeps what each
// sent in test/fidelity/recorded, which `npm test` asks again without the client. Exits with 1 where something went wrong, and
// with 2 where something could not be run.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fidelityClients } from './fidelity/clients.ts';
import { knownDifference } from './fidelity/knownDifferences.ts';
import { type Recording, startRecorder } from './fidelity/recording.ts';
import { type ClientResult, runClient, type Step } from './fidelity/run.ts';
import { endAtOnce } from './host/ending.ts';
import { repoFolder } from './host/paths.ts';
import { say } from './host/say.ts';
import { startOrg } from './org/client.ts';

endAtOnce();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { record: { type: 'boolean', default: false } },
});
const unknown = positionals.find((name) => !fidelityClients.some((client) => client.name === name));
if (unknown !== undefined) {
  say(`There is no client "${unknown}". There are: ${fidelityClients.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

const results: { name: string; result: ClientResult }[] = [];
for (const client of fidelityClients) {
  if (positionals.length > 0 && !positionals.includes(client.name)) continue;
  const org = await startOrg();
  const recorder = await startRecorder(org.baseUrl);
  const token = await org.automationToken();
  const result = await runClient(client, {
    PRACTICE_ORG_URL: recorder.url,
    PRACTICE_ORG_CLIENT_ID: org.automationClient.id,
    PRACTICE_ORG_CLIENT_SECRET: org.automationClient.secret,
    PRACTICE_ORG_SIGN_IN_CLIENT_ID: org.signInClient.id,
    PRACTICE_ORG_TOKEN: token,
  });
  const exchanges = await recorder.stop();
  await org.close();
  results.push({ name: client.name, result });
  print(client.name, client.version, result);
  if (values.record && result.kind === 'ran' && exchanges.length > 0)
    await keep({ client: client.name, version: client.version, exchanges }, token);
}
const failed = results.flatMap(({ name, result }) => failedIn(name, result)).length;
const notRun = results.filter(({ result }) => result.kind === 'not-run').length;
say(`\n${results.length - notRun} clients ran, ${failed} steps failed, ${notRun} not run`);
process.exit(failed > 0 ? 1 : notRun > 0 ? 2 : 0);

function failedIn(client: string, result: ClientResult): Step[] {
  if (result.kind === 'not-run') return [];
  return result.steps.filter(({ ok, why }) => !ok && knownDifference(client, why) === undefined);
}

function print(name: string, version: string, result: ClientResult): void {
  say(`\n${name} ${version}`);
  if (result.kind === 'not-run') {
    say(`  not run: ${result.reason}`);
    return;
  }
  for (const { step, ok, why } of result.steps) {
    const because = ok ? undefined : knownDifference(name, why);
    if (ok) say(`  ok      ${step}`);
    else if (because !== undefined) say(`  known   ${step}: ${because}`);
    else say(`  FAILED  ${step}: ${why}`);
  }
}

async function keep(recording: Recording, token: string): Promise<void> {
  const folder = join(repoFolder, 'test', 'fidelity', 'recorded');
  await mkdir(folder, { recursive: true });
  const text = JSON.stringify(recording, undefined, 1).replaceAll(token, '{{token}}');
  await writeFile(join(folder, `${recording.client.toLowerCase().replaceAll(' ', '-')}.json`), `${text}\n`);
}

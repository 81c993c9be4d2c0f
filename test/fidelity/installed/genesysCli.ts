// The Genesys Cloud CLI that is installed here, with the commands that the wizard exports. No one has run these steps where this
// was written: there was no gc.
import { exportAs } from '../../../src/core/export/exportAs.ts';
import { run } from '../../host/processes.ts';
import { assertMade, awkwardClients, org, step } from './awkwardClients.ts';

const where = ['--environment', new URL(org.apiUrl).host.replace('127.0.0.1', 'localhost')];
const token = process.env['PRACTICE_ORG_TOKEN'] ?? '';

await step('lists the clients', async () => {
  const list = await run('gc', ['oauth', 'clients', 'list', ...where, '--accesstoken', token], {
    output: 'keep',
  });
  if (!list.includes('Practice Automation')) throw new Error(list);
});

for (const [what, client] of await awkwardClients()) {
  await step(`creates exactly what was exported: ${what}`, async () => {
    await run('sh', ['-c', exportAs('genesys-cli', client, org)], { output: 'keep' });
    await assertMade(client);
  });
}

// A process with a practice org whose switches are the first argument. It tells its address and each request that comes; told
// anything, it closes the org, and ends as soon as nothing of it waits any more.
import { subscribe } from 'node:diagnostics_channel';
import { readSwitches } from '../../src/practiceOrg/practice/readSwitches.ts';
import { startPracticeOrg } from '../../src/practiceOrg/server.ts';

const switches = readSwitches(JSON.parse(process.argv[2] ?? ''));
const org = await startPracticeOrg({ switches });
subscribe('http.server.request.start', () => process.send?.('a request'));
process.once('message', async () => {
  process.disconnect();
  await org.close();
});
process.send?.(org.baseUrl);

// npm run audit: asks the registry for known faults of the packages that people get with the extension. Ends with 1 where
// there are some. Where the registry does not answer, as behind some proxies, it says that nothing was checked, and ends
// with 0: an answer that nobody gave must hold up no work, and pass for no all-clear.
import { execFile } from 'node:child_process';
import { repoFolder } from '../host/paths.ts';
import { say } from '../host/say.ts';
import { readAudit } from './auditAnswer.ts';

const answer = readAudit(await npmOutput());
switch (answer.kind) {
  case 'clean':
    say('audit: the registry knows of no fault of the packages that are bundled.');
    break;
  case 'faulty':
    say(`audit: known faults of ${answer.packages.join(', ')}. "npm audit --omit=dev" tells more.`);
    process.exitCode = 1;
    break;
  case 'not-answered': {
    const text = `audit: not answered, so nothing was checked: ${answer.reason}`;
    say(process.env['GITHUB_ACTIONS'] === undefined ? text : `::warning::${text}`);
    break;
  }
}

/** What it prints, however it ends: faults that it knows of make it end with 1, too. */
async function npmOutput(): Promise<string> {
  const npm = process.env['npm_execpath'];
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const options = {
    cwd: repoFolder,
    timeout: 120_000,
    shell: npm === undefined && process.platform === 'win32',
  };
  return await new Promise((resolve) => {
    execFile(command, [...first, 'audit', '--omit=dev', '--json'], options, (error, output) =>
      resolve(output || (error?.message ?? '')),
    );
  });
}

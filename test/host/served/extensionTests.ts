// Runs an extension's tests in a served VS Code, with the arguments of the desktop's executable:
//   --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE [WORKSPACE]
// Prints the tests' report, and the errors when a test failed, and ends with the tests' exit code.
import { format, parseArgs } from 'node:util';
import { launchChromium } from '../chromium.ts';
import { endAtOnce } from '../ending.ts';
import { LEAN_SETTINGS } from '../leanSettings.ts';
import { reportEnd, reportMark } from '../mochaSuite.ts';
import { say } from '../say.ts';
import { startServer } from './server.ts';
import { openUnseenPage } from './unseenPage.ts';

const SILENT_SECONDS = 120;

/** Nobody looks at these windows. */
const UNSEEN = {
  ...LEAN_SETTINGS,
  'breadcrumbs.enabled': false,
  'workbench.editor.showTabs': 'none',
};

endAtOnce();
const { values, positionals } = parseArgs({
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
  allowPositionals: true,
  strict: false,
});
const [workspaceFolder = process.cwd()] = positionals;

const server = await startServer({
  workspaceFolder,
  extensionFolders: [],
  ownExtensions: 'few',
  language: 'en',
  settings: UNSEEN,
  testDriver: true,
});
try {
  const browser = await launchChromium();
  try {
    const errors: string[] = [];
    const report: string[] = [];
    process.exitCode = await new Promise<number>((resolve, reject) => {
      const stuck = setTimeout(() => {
        const said = [...report, ...errors].slice(-40).join('\n');
        reject(
          new Error(`The tests have told nothing for ${SILENT_SECONDS} s. What was said before:\n${said}`),
        );
      }, SILENT_SECONDS * 1000).unref();
      const relay = (type: unknown, parts: unknown) => {
        const line = format(...(Array.isArray(parts) ? parts : [parts]));
        if (line.startsWith(reportMark)) {
          stuck.refresh();
          report.push(line.slice(reportMark.length));
        } else if (line === reportEnd) {
          // At once, because the lines of several windows would mix.
          say(report.splice(0).join('\n'));
        } else if (type === 'error' && !line.startsWith('Canceled')) {
          errors.push(line);
        }
      };
      // VS Code calls these where they exist: with all that it and the extension host log, and when the tests are done.
      const callees = {
        codeAutomationLog: relay,
        codeAutomationExit: (code: unknown) => resolve(Number(code)),
      };
      openUnseenPage(browser, addressOfTests(server.baseUrl), callees, reject).catch(reject);
    });
    if (process.exitCode !== 0) {
      say([...report, ...errors].join('\n'));
    }
  } finally {
    await browser.close();
  }
} finally {
  await server.stop();
}

/** The workbench reads what to develop and test from its own address. */
function addressOfTests(baseUrl: string): string {
  const { host } = new URL(baseUrl);
  const onServer = (path: unknown) => `vscode-remote://${host}${new URL(`file://${path}`).pathname}`;
  const address = new URL(baseUrl);
  address.searchParams.set(
    'payload',
    JSON.stringify([
      ['extensionDevelopmentPath', onServer(values['extensionDevelopmentPath'])],
      ['extensionTestsPath', onServer(values['extensionTestsPath'])],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ]),
  );
  return address.href;
}

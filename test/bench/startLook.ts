import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import * as z from 'zod/mini';
import { repoFolder } from '../host/paths.ts';
import { makeTemporaryFolder } from '../host/temporaryFolder.ts';
import { closeBrowser, openWorkbench } from '../host/workbench.ts';
import { median, type Row } from './row.ts';

/** How often each of the two is activated. VS Code itself says whole milliseconds of one activation, which tells too little. */
const ROUNDS = 300;

/** Rounds before these: code that runs for the first time takes longer. */
const WARM_UP = 50;

/** Milliseconds that it may add: a hundredth of the quickest activation that VS Code says of the whole extension. */
const MOST_MILLISECONDS = 0.05;

const Measured = z.object({
  with: z.array(z.number()),
  again: z.array(z.number()),
  without: z.array(z.number()),
});
type Measured = z.infer<typeof Measured>;

/**
 * Activates the extension again and again in a real extension host, as it is, as it is once more, and without the look at what
 * ends soon, in turns: each is loaded from its file anew, and what it registered is taken back after each round.
 */
const probe = (resultFile: string) => `
const vscode = require('vscode');
const { writeFileSync } = require('node:fs');
exports.activate = (context) => {
  const measured = { with: [], again: [], without: [] };
  const once = (name) => {
    const file = require.resolve('./' + name + '.cjs');
    delete require.cache[file];
    const subscriptions = [];
    const given = Object.create(context, { subscriptions: { value: subscriptions } });
    const start = performance.now();
    require(file).activate(given);
    const milliseconds = performance.now() - start;
    for (const each of subscriptions) each.dispose();
    return milliseconds;
  };
  for (let round = 0; round < ${WARM_UP + ROUNDS}; round += 1) {
    // In turns, which is first: what one leaves to be collected must not always meet the other.
    for (const name of round % 2 === 0 ? ['with', 'again', 'without'] : ['without', 'again', 'with']) {
      const milliseconds = once(name);
      if (round >= ${WARM_UP}) measured[name].push(milliseconds);
    }
  }
  writeFileSync(${JSON.stringify(resultFile)}, JSON.stringify(measured));
  void vscode.window.showInformationMessage('Measured');
};
`;

/** What the look at what ends soon adds to the activation. */
export async function startLookRows(): Promise<Row[]> {
  const folder = await makeTemporaryFolder('bench');
  const resultFile = join(folder.path, 'measured.json');
  try {
    const extension = join(folder.path, 'activation');
    await writeProbe(extension, resultFile);
    const workbench = await openWorkbench({ extensionFolders: [extension] });
    try {
      await workbench.page.getByText('Measured').first().waitFor();
    } finally {
      await workbench.dispose();
    }
    const measured = Measured.parse(JSON.parse(await readFile(resultFile, 'utf8')));
    return [startLookRow(measured)];
  } finally {
    await closeBrowser();
    await folder.remove();
  }
}

function startLookRow({ with: ours, again, without }: Measured): Row {
  const added = differenceOf(ours, without);
  return {
    what: 'what the look at what ends soon adds to activation',
    measured: `${added.toFixed(3)} ms (${median(ours).toFixed(2)} ms)`,
    against: `without it (${median(without).toFixed(2)} ms); two of the same differ by ${Math.abs(differenceOf(ours, again)).toFixed(3)} ms`,
    goal: `≤ ${MOST_MILLISECONDS} ms`,
    isMet: added <= MOST_MILLISECONDS,
  };
}

/** How many milliseconds the first of a round took longer than the second, in the middle of all rounds. */
function differenceOf(first: readonly number[], second: readonly number[]): number {
  return median(first.map((milliseconds, round) => milliseconds - (second[round] ?? Number.NaN)));
}

/** An extension with our manifest, so that VS Code allows it to register what we do; it measures once VS Code has started. */
async function writeProbe(folder: string, resultFile: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = z
    .looseObject({})
    .parse(JSON.parse(await readFile(join(repoFolder, 'package.json'), 'utf8')));
  const changed = {
    ...manifest,
    main: './probe.cjs',
    type: 'commonjs',
    activationEvents: ['onStartupFinished'],
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(changed));
  await writeFile(join(folder, 'probe.cjs'), probe(resultFile));
  await Promise.all([
    buildExtension(join(folder, 'with.cjs')),
    buildExtension(join(folder, 'again.cjs')),
    buildExtension(join(folder, 'without.cjs'), withoutLook),
  ]);
}

const withoutLook: esbuild.Plugin = {
  name: 'no look at start',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]watch[\\/]atStart\.ts$/ }, () => ({
      contents: 'export const watchFromStart = () => ({ dispose() {} });',
    })),
};

/** What VS Code loads at activation, as esbuild.js builds it. */
async function buildExtension(outfile: string, ...plugins: esbuild.Plugin[]): Promise<void> {
  await esbuild.build({
    absWorkingDir: repoFolder,
    entryPoints: ['src/extension.ts'],
    outfile,
    bundle: true,
    minify: true,
    format: 'cjs',
    platform: 'neutral',
    target: 'node20',
    external: ['vscode', 'node:*', '*/createFeatures.ts'],
    mainFields: ['module', 'main'],
    alias: { '@vscode/l10n': '@vscode/l10n/dist/browser.js' },
    logLevel: 'warning',
    plugins,
  });
}

import {
  type BrowserContext,
  type FrameLocator,
  type Locator,
  type Page,
  errors as playwrightErrors,
} from 'playwright-core';
import { NOTE_ISSUED_MODULE } from '../canaries/issuedIn.ts';
import { launchChromium } from './chromium.ts';
import { readExtensionHostConsole } from './extensionHostConsole.ts';
import type { Language } from './languagePack.ts';
import { LEAN_SETTINGS } from './leanSettings.ts';
import { extensionFolder } from './paths.ts';
import { startServer } from './served/server.ts';
import { copySampleWorkspace } from './temporaryFolder.ts';

export type WorkbenchOptions = {
  /** What to open; a fresh copy of the sample workspace, trusted, when left out. */
  workspace?: 'sample' | 'restricted' | 'none' | { folder: string } | { workspaceFile: string };
  /** The extensions to try; this repository's, as built, when left out. */
  extensionFolders?: string[];
  /** Packed extensions to install instead. */
  vsix?: string[];
  /** With few of VS Code's own extensions, and without what no test looks at: as most tests want it, for less work. */
  lean?: boolean;
  language?: Language;
  settings?: Record<string, unknown>;
  /** A module that the extension host loads first, in the place of the one that notes what orgs give out. */
  preload?: string;
  /** In CSS pixels. */
  viewport?: { width: number; height: number };
};

export type Workbench = {
  page: Page;
  context: BrowserContext;
  /** Empty when no folder is open. */
  workspaceFolder: string;
  /** Where this VS Code keeps its settings, logs and storage. */
  dataFolder: string;
  /** What orgs gave out to its extension hosts, this far. */
  issued(): Promise<ReadonlySet<string>>;
  /** What the extension host printed to its console, this far. */
  extensionHostLog: string[];
  /** Errors that no code caught, and errors on the console, of the page and its webviews, this far. */
  errors: string[];
  /** Runs a command from the palette by its title, with or without its category. */
  runCommand(title: string): Promise<void>;
  /** Another window of the same VS Code, on the same folder. */
  openWindow(): Promise<Pick<Workbench, 'page' | 'runCommand'>>;
  /** What is inside the webview that is shown. */
  wizardFrame(): FrameLocator;
  /** What is on the screen, as a PNG file. */
  picture(): Promise<Buffer>;
  /** Loads the page anew, as a person who presses F5 in the browser. */
  reload(): Promise<void>;
  dispose(): Promise<void>;
};

/** One for this process: what a window keeps is in a context of its own, which is much quicker to make. */
let browser: ReturnType<typeof launchChromium> | undefined;

/** Closes the browser of this process, so that the process can end by itself. */
export async function closeBrowser(): Promise<void> {
  const launched = await browser;
  browser = undefined;
  await launched?.close();
}

/**
 * Opens VS Code with the extension in a headless browser, with a server, user data and a port of its own.
 * Throws when VS Code or a Chromium cannot be had, or when the workbench does not show within 60 s.
 */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const language = options.language ?? 'en';
  const { workspace } = options;
  const isElsewhere = typeof workspace === 'object' || workspace === 'none';
  const given = typeof workspace === 'object' && 'folder' in workspace ? workspace.folder : undefined;
  const copy = isElsewhere ? undefined : await copySampleWorkspace();
  const workspaceFolder = given ?? copy?.path;
  const server = await startServer({
    workspaceFolder,
    restricted: workspace === 'restricted',
    extensionFolders: options.extensionFolders ?? (options.vsix === undefined ? [extensionFolder] : []),
    vsix: options.vsix ?? [],
    ownExtensions: options.lean ? 'few' : 'all',
    language,
    settings: {
      'workbench.colorTheme': 'Default Light Modern',
      'window.autoDetectColorScheme': false,
      ...(options.lean && LEAN_SETTINGS),
      ...options.settings,
    },
    testDriver: false,
    preload: options.preload ?? NOTE_ISSUED_MODULE,
  });
  const disposables = [() => server.stop(), async () => copy?.remove()];
  const dispose = async () => {
    for (const disposeOne of disposables.splice(0)) {
      await disposeOne();
    }
  };
  try {
    browser ??= launchChromium();
    const context = await (await browser).newContext({
      viewport: options.viewport ?? { width: 1280, height: 800 },
      permissions: ['clipboard-read', 'clipboard-write'],
      reducedMotion: options.lean ? 'reduce' : 'no-preference',
    });
    disposables.unshift(() => context.close());
    const page = await context.newPage();
    const extensionHostLog: string[] = [];
    readExtensionHostConsole(page, (line) => extensionHostLog.push(line));
    const errors = collectErrors(page);
    const address = new URL(server.baseUrl);
    if (typeof workspace === 'object' && 'workspaceFile' in workspace)
      address.searchParams.set('workspace', workspace.workspaceFile);
    await page.goto(address.href);
    await waitForWorkbench(page);
    return {
      page,
      context,
      workspaceFolder: workspaceFolder ?? '',
      dataFolder: server.dataFolder,
      issued: server.issued,
      extensionHostLog,
      errors,
      runCommand: (title) => runCommand(page, title),
      openWindow: async () => {
        const other = await context.newPage();
        await other.goto(server.baseUrl);
        await waitForWorkbench(other);
        return { page: other, runCommand: (title) => runCommand(other, title) };
      },
      wizardFrame: () => page.frameLocator('iframe.webview').frameLocator('iframe#active-frame'),
      // A picture of half a fade helps nobody.
      picture: () => page.screenshot({ animations: 'disabled' }),
      reload: async () => {
        await page.reload();
        await waitForWorkbench(page);
      },
      dispose,
    };
  } catch (error) {
    await dispose();
    throw error;
  }
}

function collectErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      errors.push(message.text());
    }
  });
  return errors;
}

/** The colour theme comes last, from an extension; until then everything has the colours of another one. */
async function waitForWorkbench(page: Page): Promise<void> {
  await page
    .locator('.monaco-workbench[class*="vscode-theme-"] .part.statusbar')
    .waitFor({ timeout: 60_000 });
}

/**
 * Opens the palette again and again until the command is in it: an extension's commands come after the page. Chooses it
 * once only, however long that takes: a click that is given up may still run the command.
 */
async function runCommand(page: Page, title: string): Promise<void> {
  const labels = page.locator('.quick-input-widget .monaco-list-row .label-name');
  const escaped = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const row = labels.filter({ hasText: new RegExp(`(^|: )${escaped}$`) }).first();
  const giveUpAt = Date.now() + 40_000;
  while (!(await isInPalette(page, title, row))) {
    if (Date.now() > giveUpAt) throw new Error(`The command "${title}" is not in the palette after 40 s.`);
    await page.keyboard.press('Escape');
  }
  await row.click();
}

async function isInPalette(page: Page, title: string, row: Locator): Promise<boolean> {
  const timeout = 4000;
  try {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input.input').fill(`>${title}`, { timeout });
    await row.click({ trial: true, timeout });
    return true;
  } catch (error) {
    if (error instanceof playwrightErrors.TimeoutError) return false;
    throw error;
  }
}

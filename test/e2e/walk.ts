import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameLocator, Page } from 'playwright-core';
import type { Draft } from '../../src/core/procedures/draft.ts';
import type { Copyable } from '../../src/core/wizard/messages.ts';
import type { Language } from '../host/languagePack.ts';
import { takePicture } from '../host/pictures.ts';
import { goTo } from '../host/quickOpen.ts';
import { restoreSampleWorkspace } from '../host/temporaryFolder.ts';
import { chooseTheme, type ThemeName } from '../host/themes.ts';
import { type Person, PRACTICE_ORG, WizardWalk } from '../host/wizardWalk.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../host/workbench.ts';
import { COMMAND, RESET, SIGN_OUT } from './words.ts';

/** In the sample workspace. */
export const FRAMEWORK_FILE = 'src/framework.js';

/** After this long, nothing is going to be on the clipboard. */
const COPIES_WITHIN_MILLISECONDS = 30_000;

const LOOK_EVERY_MILLISECONDS = 100;

export type WalkOptions = {
  language?: Language;
  /** The usual one when left out; another one in English only. */
  theme?: ThemeName;
  workspace?: WorkbenchOptions['workspace'];
  /** The extensions to try; this repository's when left out. */
  extensionFolders?: string[];
  /** Lets real regions lead to the practice org at this address, as a company's gateway would. */
  gateway?: string;
  /** Lean when left out. */
  lean?: boolean;
  /** The packed extension to try, instead of the one that was built. */
  vsix?: string;
  /** A module that the extension host loads first, in the place of the one that notes what orgs give out. */
  preload?: string;
  /** A folder below test-results/ for a picture of every page, when pictures are taken. */
  pictures?: string;
};

/** Somebody who walks through the wizard in a real VS Code. */
export class Walk extends WizardWalk {
  private constructor(
    readonly workbench: Workbench,
    language: Language,
    private readonly options: Pick<WalkOptions, 'gateway' | 'pictures'>,
  ) {
    super(language);
  }

  /** Opens VS Code on a copy of the sample workspace. */
  static async begin(options: WalkOptions): Promise<Walk> {
    const { workspace = 'sample', language = 'en' } = options;
    const { gateway, vsix, extensionFolders, preload, lean = true } = options;
    const settings = gateway === undefined ? {} : { 'genesysOAuth.gateway': gatewayTo(gateway) };
    const workbench = await openWorkbench({
      ...{ workspace, language, settings, lean },
      ...(vsix !== undefined && { vsix: [vsix] }),
      ...(extensionFolders !== undefined && { extensionFolders }),
      ...(preload !== undefined && { preload }),
    });
    return new Walk(workbench, language, options);
  }

  /** The same VS Code, with its pictures in another folder, or without any. */
  takingPictures(pictures: string | undefined): Walk {
    const { gateway } = this.options;
    return new Walk(this.workbench, this.language, {
      ...(gateway !== undefined && { gateway }),
      ...(pictures !== undefined && { pictures }),
    });
  }

  /** Closes every tab, resets the practice org, signs everybody out, and puts the sample workspace's files back. */
  async putBack(): Promise<void> {
    const { page, runCommand, workspaceFolder } = this.workbench;
    await page.bringToFront();
    await runCommand('Close All Editors');
    await page.locator('.tab').first().waitFor({ state: 'detached' });
    // The reset below signs out of the practice org that this VS Code has started itself, and of no other.
    if (this.options.gateway !== undefined) {
      await runCommand(SIGN_OUT[this.language].command);
      await page.locator('.notification-toast', { hasText: SIGN_OUT[this.language].done }).first().waitFor();
    }
    await runCommand(RESET[this.language].command);
    await page.locator('.monaco-dialog-box').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.notification-toast', { hasText: RESET[this.language].done }).first().waitFor();
    await runCommand('Clear All Notifications');
    await page.locator('.notification-toast').first().waitFor({ state: 'detached' });
    if (workspaceFolder !== '') await restoreSampleWorkspace(workspaceFolder);
  }

  /** Changes the colour theme. */
  async wear(theme: ThemeName): Promise<void> {
    await chooseTheme(this.workbench, theme);
  }

  override get page(): Page {
    return this.workbench.page;
  }

  override get wizard(): FrameLocator {
    return this.workbench.wizardFrame();
  }

  /** From the palette to the first question. */
  async openWizard(): Promise<void> {
    await this.workbench.runCommand(COMMAND[this.language]);
    await this.wizard.locator('h2').waitFor();
    // Left before anything was answered, the wizard goes on where it was.
    const back = this.wizard.locator('#back');
    while (await back.isVisible()) await back.click();
    await this.picture('choose');
  }

  protected override async signInAs(person: Person): Promise<void> {
    await this.choose(PRACTICE_ORG[this.language]);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: person }).first().click();
  }

  protected override async answerRegion(region: string, ask: () => Promise<void>): Promise<void> {
    await ask();
    await this.answerBox(/region/i, region);
  }

  /** Types into the box that VS Code shows at the top, once it asks this, and presses Enter. */
  async answerBox(question: RegExp, text: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget:visible');
    await box.filter({ hasText: question }).waitFor();
    await box.locator('input.input').fill(text);
    await this.picture(`box-${question.source.replace(/\W+/g, '-')}`);
    await this.page.keyboard.press('Enter');
  }

  /**
   * Loads the window anew, once VS Code has stored the wizard's tab and these answers: in a browser it does so some seconds
   * after a change, and cannot when its page goes before.
   */
  async reload(answers: Draft): Promise<void> {
    const words = Object.entries(answers).map(([field, answer]) => `"${field}":${JSON.stringify(answer)}`);
    await this.reloadOnce(['genesysOAuth.wizard'], words);
  }

  /** The same, once VS Code has stored a tab in which these words are, and others together anywhere. */
  async reloadOnce(tab: readonly string[], ...others: string[][]): Promise<void> {
    for (const stored of [['"serializedGrid"', ...tab], ...others]) {
      while (!(await this.page.evaluate(isStored, stored))) await sleep(LOOK_EVERY_MILLISECONDS);
    }
    await this.workbench.reload();
  }

  /** Presses Save and returns the Client ID that the wizard shows, once framework.js is open beside it. */
  async save(): Promise<string> {
    const id = await this.finish();
    await this.page.locator('.tab', { hasText: 'framework.js' }).waitFor();
    return id;
  }

  /** framework.js of the workspace as it is on the disk. */
  async framework(): Promise<string> {
    return await readFile(join(this.workbench.workspaceFolder, FRAMEWORK_FILE), 'utf8');
  }

  /** Puts the cursor of the editor that shows framework.js into the empty Client ID of a region. */
  async goToEmptyValueOf(region: string): Promise<void> {
    const lines = (await this.framework()).split('\n');
    const line = lines.findIndex((each) => each.includes(`'${region}': ''`));
    await goTo(this.page, `:${line + 1}:${(lines[line] ?? '').indexOf("''") + 2}`);
  }

  /** Presses a Copy button and reads the clipboard, once there is something on it. */
  async copy(what: Copyable): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.wizard.locator(`#copy-${what}`).click();
    const text = await this.page.evaluate(async (endsAfter) => {
      const end = performance.now() + endsAfter;
      let copied = '';
      while (copied === '' && performance.now() < end) {
        await new Promise(requestAnimationFrame);
        copied = await navigator.clipboard.readText();
      }
      return copied;
    }, COPIES_WITHIN_MILLISECONDS);
    if (text === '') throw new Error(`Nothing was copied for ${what}.`);
    return text;
  }

  override async picture(name: string): Promise<void> {
    const { pictures } = this.options;
    if (pictures === undefined) return;
    await takePicture(`${pictures}/${name}`, this.workbench.picture);
  }

  async end(): Promise<void> {
    await this.workbench.dispose();
  }
}

/** Runs in VS Code's page: whether something that is stored there has all these words in it. */
async function isStored(words: readonly string[]): Promise<boolean> {
  for (const { name } of await indexedDB.databases()) {
    if (name?.startsWith('vscode-web-state-db-') !== true) continue;
    const opening = indexedDB.open(name);
    await new Promise((done) => opening.addEventListener('success', done));
    const reading = opening.result.transaction('ItemTable').objectStore('ItemTable').getAll();
    await new Promise((done) => reading.addEventListener('success', done));
    opening.result.close();
    if (reading.result.some((text) => words.every((word) => String(text).includes(word)))) return true;
  }
  return false;
}

function gatewayTo(baseUrl: string): Record<string, unknown> {
  const { hostname, port } = new URL(baseUrl);
  return { host: hostname, port: Number(port), loginPath: 'login', apiPath: '' };
}

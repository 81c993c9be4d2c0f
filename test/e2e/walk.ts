import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Draft, ProcedureId } from '../../src/core/procedures/draft.ts';
import type { Copyable } from '../../src/core/wizard/messages.ts';
import type { Language } from '../host/languagePack.ts';
import { takePicture } from '../host/pictures.ts';
import { goTo } from '../host/quickOpen.ts';
import { restoreSampleWorkspace } from '../host/temporaryFolder.ts';
import { chooseTheme, type ThemeName } from '../host/themes.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../host/workbench.ts';
import { COMMAND, PRACTICE_ORG, PROCEDURE, RESET, SIGN_OUT } from './words.ts';

/** In the sample workspace. */
export const FRAMEWORK_FILE = 'src/framework.js';

/** After this long, nothing is going to be on the clipboard. */
const COPIES_WITHIN_MILLISECONDS = 30_000;

const LOOK_EVERY_MILLISECONDS = 100;

/** What the wizard shows as a Client ID. */
export const CLIENT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type Person = 'Practice Administrator' | 'Practice Developer';

export type WalkOptions = {
  language?: Language;
  /** The usual one when left out; another one in English only. */
  theme?: ThemeName;
  workspace?: WorkbenchOptions['workspace'];
  /** Lets real regions lead to the practice org at this address, as a company's gateway would. */
  gateway?: string;
  /** The packed extension to try, instead of the one that was built. */
  vsix?: string;
  /** A folder below test-results/ for a picture of every page, when pictures are taken. */
  pictures?: string;
};

/** Somebody who walks through the wizard in a real VS Code, with mouse and keyboard. */
export class Walk {
  private constructor(
    readonly workbench: Workbench,
    private readonly language: Language,
    private readonly options: Pick<WalkOptions, 'gateway' | 'pictures'>,
  ) {}

  /** Opens VS Code on a copy of the sample workspace. */
  static async begin(options: WalkOptions): Promise<Walk> {
    const { workspace = 'sample', language = 'en' } = options;
    const { gateway, vsix } = options;
    const settings = gateway === undefined ? {} : { 'genesysOAuth.gateway': gatewayTo(gateway) };
    const workbench = await openWorkbench({
      ...{ workspace, language, settings },
      ...(vsix !== undefined && { vsix: [vsix] }),
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

  get page(): Page {
    return this.workbench.page;
  }

  get wizard(): FrameLocator {
    return this.workbench.wizardFrame();
  }

  /** The native control that answers a field. */
  field(name: string): Locator {
    return this.wizard.locator(`#field-${name}`).locator('input, textarea').first();
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

  async chooseEmbeddable(): Promise<void> {
    await this.chooseProcedure('embeddable');
  }

  async chooseProcedure(procedure: ProcedureId): Promise<void> {
    await this.choose(PROCEDURE[this.language][procedure]);
    await this.wizard.locator('#field-org').waitFor();
    await this.picture('connect');
  }

  async connectAs(person: Person): Promise<void> {
    if ((await this.wizard.locator('dl.facts').count()) > 0) await this.wizard.locator('#field-org').click();
    await this.choose(PRACTICE_ORG[this.language]);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: person }).first().click();
    await this.wizard.locator('dl.facts', { hasText: person }).waitFor();
    await this.picture('connected');
  }

  /** Does without signing in, for the region that is found by this. */
  async goToAdminPage(region: string): Promise<void> {
    await this.choose('Without signing in');
    await this.answerBox(/region/i, region);
    await this.wizard.locator('dl.facts', { hasText: 'nobody' }).waitFor();
    await this.picture('on-the-admin-page');
  }

  /** Chooses a way to connect by its title. */
  async choose(way: string): Promise<void> {
    await this.wizard.locator('button.card', { hasText: way }).first().click();
  }

  /** Types into the box that VS Code shows at the top, once it asks this, and presses Enter. */
  async answerBox(question: RegExp, text: string): Promise<void> {
    const box = this.page.locator('.quick-input-widget:visible');
    await box.filter({ hasText: question }).waitFor();
    await box.locator('input.input').fill(text);
    await this.picture(`box-${question.source.replace(/\W+/g, '-')}`);
    await this.page.keyboard.press('Enter');
  }

  /** Presses Tab until the focus is on this element of the wizard; throws when it never gets there. */
  async tabTo(selector: string): Promise<void> {
    await this.wizard.locator(selector).first().waitFor();
    for (let presses = 0; presses < 200; presses += 1) {
      const focused = this.wizard.locator(`${selector}:focus`);
      if ((await focused.count()) > 0) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`${selector} cannot be reached with Tab.`);
  }

  /** Presses Next and waits for the page whose step has this number. */
  async nextTo(step: number): Promise<void> {
    await this.wizard.locator('#next').click();
    await this.wizard.locator(`nav li:nth-child(${step}).now`).waitFor({ state: 'attached' });
  }

  /** Types into a field and leaves it. */
  async type(field: string, text: string): Promise<void> {
    await this.field(field).fill(text);
    await this.field(field).press('Tab');
  }

  /**
   * Loads the window anew, once VS Code has stored the wizard's tab and these answers: in a browser it does so some seconds
   * after a change, and cannot when its page goes before.
   */
  async reload(answers: Draft): Promise<void> {
    const words = Object.entries(answers).map(([field, answer]) => `"${field}":${JSON.stringify(answer)}`);
    for (const stored of [['"serializedGrid"', 'genesysOAuth.wizard'], words]) {
      while (!(await this.page.evaluate(isStored, stored))) await sleep(LOOK_EVERY_MILLISECONDS);
    }
    await this.workbench.reload();
  }

  /** All pages between Connect and Review, with only the name typed. */
  async answerEverything(name: string): Promise<void> {
    await this.answerQuestions(name);
    await this.picture('review');
  }

  /** All pages that ask about the client, with only the name typed; ends on the page after them. */
  async answerQuestions(name: string): Promise<void> {
    await this.nextTo(2);
    await this.type('name', name);
    await this.picture('details');
    await this.nextTo(3);
    await this.picture('grant-type');
    await this.nextTo(4);
    await this.picture('redirect-uris');
    await this.nextTo(5);
    await this.picture('scopes');
    await this.nextTo(6);
    await this.picture('framework-file');
    await this.nextTo(7);
  }

  /** Presses Save and returns the Client ID that the wizard shows, once framework.js is open beside it. */
  async save(): Promise<string> {
    const id = await this.finish();
    await this.page.locator('.tab', { hasText: 'framework.js' }).waitFor();
    return id;
  }

  /** Presses Save and returns the Client ID that the wizard shows. */
  async finish(): Promise<string> {
    await this.wizard.locator('#save').click();
    const id = this.wizard.locator('#client-id');
    await id.waitFor();
    await this.picture('finished');
    return await id.innerText();
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

  /** Ticks a checkbox of a list by what it is called. */
  async tick(name: string): Promise<void> {
    await this.wizard
      .getByRole('checkbox', { name: new RegExp(`^${name}\\b`) })
      .first()
      .click();
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

  async picture(name: string): Promise<void> {
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

import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Language } from '../host/languagePack.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../host/workbench.ts';

const COMMAND = { en: 'Create Genesys OAuth Client', ja: 'Genesys OAuth クライアントの作成' };

export type Person = 'Practice Administrator' | 'Practice Developer';

export type WalkOptions = {
  practiceOrg: { variable: string; json: string };
  language?: Language;
  theme?: WorkbenchOptions['theme'];
  /** A folder below test-results/ for a picture of every page. */
  pictures?: string;
};

/** Somebody who walks through the wizard in a real VS Code, with mouse and keyboard. */
export class Walk {
  private constructor(
    readonly workbench: Workbench,
    private readonly language: Language,
    private readonly pictures: string | undefined,
  ) {}

  /** Opens VS Code on a copy of the sample workspace. */
  static async begin(options: WalkOptions): Promise<Walk> {
    const { practiceOrg, language = 'en', theme = 'Default Light Modern', pictures } = options;
    const env = { [practiceOrg.variable]: practiceOrg.json };
    return new Walk(await openWorkbench({ language, theme, env }), language, pictures);
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
    await this.picture('choose');
  }

  async chooseEmbeddable(): Promise<void> {
    await this.wizard.locator('button.card').first().click();
    await this.wizard.locator('#field-org').waitFor();
    await this.picture('connect');
  }

  async connectAs(person: Person): Promise<void> {
    await this.wizard.locator('#field-org').click();
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: person }).first().click();
    await this.wizard.locator('dl.facts').waitFor();
    await this.picture('connected');
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

  /** All pages between Connect and Review, with only the name typed. */
  async answerEverything(name: string): Promise<void> {
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
    await this.picture('review');
  }

  /** Presses Save and returns the Client ID that the wizard shows. */
  async save(): Promise<string> {
    await this.wizard.locator('#save').click();
    const id = this.wizard.locator('#client-id');
    await id.waitFor();
    await this.page.locator('.tab', { hasText: 'framework.js' }).waitFor();
    await this.picture('finished');
    return await id.innerText();
  }

  /** Presses a Copy button and reads the clipboard. */
  async copy(what: 'client-id' | 'client-secret' | 'ready-line'): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.wizard.locator(`#copy-${what}`).click();
    for (let tries = 0; tries < 50; tries += 1) {
      const text = await this.page.evaluate(() => navigator.clipboard.readText());
      if (text !== '') return text;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`Nothing was copied for ${what}.`);
  }

  async picture(name: string): Promise<void> {
    if (this.pictures === undefined) return;
    // Let transitions of the workbench end; a picture of half a fade helps nobody.
    await this.page.waitForTimeout(400);
    await this.workbench.screenshot(`${this.pictures}/${name}`);
  }

  async end(): Promise<void> {
    await this.workbench.dispose();
  }
}

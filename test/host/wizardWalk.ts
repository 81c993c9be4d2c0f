import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { PublishedProcedure } from '../../src/core/procedures/draft.ts';
import type { Language } from './languagePack.ts';

export const PRACTICE_ORG = { en: 'Practice org', ja: '練習用組織' };
const PROCEDURE = {
  en: {
    general: 'Client for an application',
    embeddable: 'Embeddable Framework client',
    scim: 'SCIM client',
  },
  ja: {
    general: 'アプリケーション用クライアント',
    embeddable: 'Embeddable Framework 用クライアント',
    scim: 'SCIM クライアント',
  },
};

/** What the wizard shows as a Client ID. */
export const CLIENT_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export type Person = 'Practice Administrator' | 'Practice Developer';

/** Somebody who walks through the pages of the wizard with mouse and keyboard, wherever these are shown. */
export abstract class WizardWalk {
  protected constructor(protected readonly language: Language) {}

  /** The page around the wizard, which has the keyboard. */
  abstract get page(): Page;

  /** Where the wizard's own elements are. */
  abstract get wizard(): Page | FrameLocator;

  /** Takes a picture of the page that is reached, where pictures are wanted. */
  abstract picture(name: string): Promise<void>;

  /** Signs in to the practice org from the page that asks where to connect. */
  protected abstract signInAs(person: Person): Promise<void>;

  /** Does what asks for a region, and answers it. */
  protected abstract answerRegion(region: string, ask: () => Promise<void>): Promise<void>;

  /** The native control that answers a field. */
  field(name: string): Locator {
    return this.wizard.locator(`#field-${name}`).locator('input, textarea').first();
  }

  async chooseEmbeddable(): Promise<void> {
    await this.chooseProcedure('embeddable');
  }

  async chooseProcedure(procedure: PublishedProcedure): Promise<void> {
    await this.choose(PROCEDURE[this.language][procedure]);
    await this.wizard.locator('#field-org').waitFor();
    await this.picture('connect');
  }

  async connectAs(person: Person): Promise<void> {
    if ((await this.wizard.locator('dl.facts').count()) > 0) await this.wizard.locator('#field-org').click();
    await this.signInAs(person);
    await this.wizard.locator('dl.facts', { hasText: person }).waitFor();
    await this.picture('connected');
  }

  /** Does without signing in, for the region that is answered by this. */
  async goToAdminPage(region: string): Promise<void> {
    await this.answerRegion(region, async () => await this.choose('Without signing in'));
    await this.wizard.locator('dl.facts', { hasText: 'nobody' }).waitFor();
    await this.picture('on-the-admin-page');
  }

  /** Chooses a way to connect by its title. */
  async choose(way: string): Promise<void> {
    await this.wizard.locator('button.card', { hasText: way }).first().click();
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

  /** Presses Save and returns the Client ID that the wizard shows. */
  async finish(): Promise<string> {
    await this.wizard.locator('#save').click();
    const id = this.wizard.locator('#client-id');
    await id.waitFor();
    await this.picture('finished');
    return await id.innerText();
  }

  /** Ticks a checkbox of a list by what it is called. */
  async tick(name: string): Promise<void> {
    await this.wizard
      .getByRole('checkbox', { name: new RegExp(`^${name}\\b`) })
      .first()
      .click();
  }
}

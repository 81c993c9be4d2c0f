import type { Page } from 'playwright-core';
import type { Way } from '../../src/core/signIn/ways.ts';
import type { Copyable } from '../../src/core/wizard/messages.ts';
import type { Language } from '../host/languagePack.ts';
import { type Person, PRACTICE_ORG, WizardWalk } from '../host/wizardWalk.ts';
import { FRAMEWORK, type OrgDesk } from '../wizard/orgDesk.ts';
import { type OpenWizard, openWizard } from './harness.ts';

/** How one connects who has never signed in on this computer. */
const WAYS: readonly Way[] = [{ kind: 'practice-org' }, { kind: 'admin-page' }];

const LOGIN_HINTS: Record<Person, string> = {
  'Practice Administrator': 'administrator',
  'Practice Developer': 'developer',
};

/** Somebody who walks through the page, with the wizard and the practice org behind it, and without VS Code. */
export class PageWalk extends WizardWalk {
  private constructor(
    private readonly desk: OrgDesk,
    readonly opened: OpenWizard,
    language: Language,
    private readonly pictures: string,
  ) {
    super(language);
  }

  /** Shows the first question. Pictures get this name in front. */
  static async begin(desk: OrgDesk, pictures: string, language: Language = 'en'): Promise<PageWalk> {
    const options = desk.options({ memory: { procedure: undefined }, ways: WAYS });
    const opened = await openWizard({ ...options, language });
    return new PageWalk(desk, opened, language, pictures);
  }

  override get page(): Page {
    return this.opened.page;
  }

  override get wizard(): Page {
    return this.opened.page;
  }

  override async picture(name: string): Promise<void> {
    await this.opened.takePicture(`walk-${this.pictures}-${name}`);
  }

  /** framework.js of the workspace as it is now. */
  framework(): string {
    return this.desk.texts.get(FRAMEWORK.uri) ?? '';
  }

  protected override async signInAs(person: Person): Promise<void> {
    this.desk.person = LOGIN_HINTS[person];
    await this.choose(PRACTICE_ORG[this.language]);
  }

  protected override async answerRegion(region: string, ask: () => Promise<void>): Promise<void> {
    this.desk.region = region;
    await ask();
  }

  /** Presses a Copy button and gives what is on the clipboard then. */
  async copy(what: Copyable): Promise<string> {
    const { host, settle } = this.opened;
    host.world.clipboard = '';
    await this.page.locator(`#copy-${what}`).click();
    await settle();
    return host.world.clipboard;
  }
}

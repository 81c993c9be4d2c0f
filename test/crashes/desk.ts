import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { listRoles, type Role } from '../../src/core/platform/authorization.ts';
import { listClients, type OAuthClient } from '../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import { signInByBoxes } from '../e2e/boxes.ts';
import { announcedIn } from '../e2e/startPracticeOrg.ts';
import { Walk } from '../e2e/walk.ts';
import { workbenchLeaks } from '../e2e/workbenchLeaks.ts';
import { automation } from '../host/practiceClients.ts';
import { STEPS_MODULE, until, WatchedHosts } from './watched.ts';

const RESTART = 'Restart Remote Extension Host';

const MOST_CLICK_MILLISECONDS = 3000;

/** Somebody before a VS Code whose extension host dies again and again. */
export class Desk {
  /** Everything they were told in a message since the last `tidyUp`. */
  private told: string[] = [];
  private isSignedIn = false;

  private constructor(
    readonly walk: Walk,
    readonly hosts: WatchedHosts,
  ) {}

  static async open(): Promise<Desk> {
    const hosts = await WatchedHosts.begin();
    const walk = await Walk.begin({ preload: STEPS_MODULE });
    const desk = new Desk(walk, hosts);
    await walk.page.exposeFunction('noteTold', (text: string) => void desk.told.push(text));
    await walk.page.evaluate(noteEveryMessage);
    return desk;
  }

  async close(): Promise<void> {
    await this.walk.end();
    await this.hosts.remove();
  }

  get workspace(): string {
    return this.walk.workbench.workspaceFolder;
  }

  /** Closes every tab and every message, and forgets what was told. */
  async tidyUp(): Promise<void> {
    const { page } = this.walk;
    await page.keyboard.press('Escape');
    await this.run('Close All Editors');
    await page.locator('.tab').first().waitFor({ state: 'detached' });
    await this.run('Clear All Notifications');
    await page.locator('.notification-toast').first().waitFor({ state: 'detached' });
    this.told = [];
  }

  async run(command: string): Promise<void> {
    await this.walk.workbench.runCommand(command);
  }

  /** Signs in to the practice org as its administrator, where nobody is yet; a sign-in outlives the extension host. */
  async signIn(): Promise<void> {
    if (!this.isSignedIn) await signInByBoxes(this.walk.workbench, 'en');
    this.isSignedIn = true;
  }

  /** The rows with this text, of those that are seen of the list that is shown with this title. */
  rows(title: string, text: string | RegExp): Locator {
    return this.list(title).locator('.monaco-list-row', { hasText: text });
  }

  /** Chooses a row of the list that is shown with this title. */
  async pick(title: string, row: string): Promise<void> {
    await this.search(title, row);
    await this.rows(title, row).first().click();
  }

  /** Whether the list that is shown with this title has such a row, also further down than what is seen of it. */
  async has(title: string, row: string): Promise<boolean> {
    await this.search(title, row);
    const others = this.list(title).locator('.monaco-list-row', { hasNotText: row });
    await others.first().waitFor({ state: 'detached' });
    return (await this.rows(title, row).count()) > 0;
  }

  private async search(title: string, text: string): Promise<void> {
    await this.rows(title, /./).first().waitFor();
    await this.list(title).locator('input.input').fill(text);
  }

  private list(title: string): Locator {
    return this.walk.page.locator('.quick-input-widget', {
      has: this.walk.page.locator('.quick-input-title', { hasText: title }),
    });
  }

  /** Agrees to what a dialog asks. */
  async agree(action: string): Promise<void> {
    const box = this.walk.page.locator('.monaco-dialog-box');
    await box.getByRole('button', { name: action }).click();
    await box.waitFor({ state: 'detached' });
  }

  message(text: string | RegExp): Locator {
    return this.walk.page.locator('.notification-list-item', { hasText: text }).first();
  }

  wasTold(text: RegExp): boolean {
    return this.told.some((each) => text.test(each));
  }

  async untilTold(text: RegExp): Promise<void> {
    await until(`${text} is told`, async () => this.wasTold(text)).catch((error: unknown) => {
      throw new Error(`${error}\nIt was told:\n${this.told.join('\n')}`);
    });
  }

  /** Clicks what is offered in a message. One that nobody looked at for some seconds goes, perhaps under the mouse. */
  async click(text: RegExp, button: string): Promise<void> {
    await until(`${button} is clicked`, async () => {
      if (!(await this.message(text).isVisible())) await this.run('Show Notifications');
      return await isClicked(this.message(text).getByRole('button', { name: button }));
    });
  }

  /** Lets VS Code start another extension host, which it does by itself but for one that dies too often. */
  async restart(): Promise<void> {
    const button = this.message(RESTART).getByRole('button', { name: RESTART });
    if (await button.isVisible()) await isClicked(button);
  }

  /** A connection to the practice org, where it listens now. This wakes the extension, as any command of it does. */
  async org(): Promise<Connection> {
    const { dataFolder } = this.walk.workbench;
    let connection: Connection | undefined;
    await this.run('Start Practice Org');
    await until('the practice org answers', async () => {
      // It ends with the extension host that has started it, and the next one has another address.
      const { baseUrl } = await announcedIn(dataFolder).catch(() => ({ baseUrl: '' }));
      connection = await automation(baseUrl).catch(() => undefined);
      return connection !== undefined;
    });
    assert.ok(connection);
    return connection;
  }

  /** The clients of this name that the org holds. */
  async clients(name: string): Promise<readonly OAuthClient[]> {
    const clients = await listClients(await this.org());
    assert.ok(clients.ok);
    return clients.value.filter((client) => client.name === name);
  }

  /** The roles of this name that the org holds. */
  async roles(name: string): Promise<readonly Role[]> {
    const roles = await listRoles(await this.org());
    assert.ok(roles.ok);
    return roles.value.filter((role) => role.name === name);
  }

  /** Every secret and token that an org gave out to one of the extension hosts. */
  async issued(): Promise<ReadonlySet<string>> {
    return await this.walk.workbench.issued();
  }

  /** Fails where something that an org gave out can be read outside of the secret storage. */
  async assertNoLeak(): Promise<void> {
    const leaks = await workbenchLeaks(this.walk.workbench, { 'what was told': this.told });
    assert.deepEqual(leaks, [], 'where a secret or a token can be read');
  }
}

/** Clicks what is there; false where it goes before the mouse is at it. */
export async function isClicked(target: Locator): Promise<boolean> {
  return await target.click({ timeout: MOST_CLICK_MILLISECONDS }).then(
    () => true,
    () => false,
  );
}

/** Runs in VS Code's page: hands each message that comes up to the tool. */
function noteEveryMessage(): void {
  const seen = new WeakSet<Element>();
  new MutationObserver(() => {
    for (const message of document.querySelectorAll('.notification-toast .notification-list-item-message')) {
      const note: unknown = Reflect.get(window, 'noteTold');
      if (seen.has(message) || message.textContent === '' || typeof note !== 'function') continue;
      seen.add(message);
      note(message.textContent);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
}

import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { DoctorAbout, type DoctorPageTold, diagnosisOf } from '../../core/doctorPage/messages.ts';
import type { WorkspaceMentions } from '../clientsView/mentions.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import { type Begin, PageTabs } from '../ui/pageTabs.ts';
import { askPlace, askSubject } from './askSubject.ts';
import { DoctorPage, type DoctorTools } from './doctorPage.ts';
import { doNextStep, type StepTools } from './nextSteps.ts';
import { subjectNow } from './subjects.ts';

/** Why a login or a call fails: what the command asks, and the tabs that answer. */
export class Doctor {
  private readonly tabs: PageTabs<DoctorPageTold>;

  constructor(
    private readonly services: Services,
    private readonly mentions: Pick<WorkspaceMentions, 'all' | 'onDidChange'>,
    private readonly tools: Omit<StepTools, 'services'> & { signIn(): Promise<Session | undefined> },
  ) {
    this.tabs = new PageTabs(services.context.extensionUri, {
      viewType: 'genesysOAuth.doctor',
      page: { id: 'doctor', title: l10n.t('Why does it fail?') },
      titleOf: (told) => (told.type === 'state' ? titleOf(nameIn(told)) : undefined),
    });
  }

  /** Asks what it is about, unless that is `given`, and opens the tab of the answer. */
  async ask(given: unknown): Promise<void> {
    const { services, mentions, tools } = this;
    const about = await askSubject({ services, mentions, signIn: tools.signIn }, given);
    if (about !== undefined) this.show(about);
  }

  /** The same of a client that was read. */
  async askAbout(found: FoundClient): Promise<void> {
    const about = await askPlace({ services: this.services, mentions: this.mentions }, found);
    if (about !== undefined) this.show(about);
  }

  /** Gives a tab that VS Code restored after a reload its subject back; `kept` is what the tab says that it is about. */
  reopen(panel: vscode.WebviewPanel, kept: unknown): void {
    const about = DoctorAbout.safeParse(kept).data;
    if (about !== undefined) {
      this.tabs.reopen(panel, keyOf(about), this.begin(about));
      return;
    }
    panel.dispose();
    this.services.dialogs.tell(
      l10n.t('A page that said why something fails could not be opened again. Ask once more.'),
    );
  }

  private show(about: DoctorAbout): void {
    this.tabs.show(keyOf(about), titleOf(about.name), this.begin(about));
  }

  private begin(about: DoctorAbout): Begin<DoctorPageTold> {
    const { services, mentions } = this;
    const tools: DoctorTools = {
      workspace: {
        now: async (subject) => await subjectNow(mentions, subject),
        onDidChange: mentions.onDidChange,
      },
      onDidReturn: (listener) =>
        vscode.window.onDidChangeWindowState(({ focused }) => {
          if (focused) listener();
        }),
      doNext: async (next) => await doNextStep({ ...this.tools, services }, next),
      signIn: async () => {
        await this.tools.signIn();
      },
    };
    return (tell) => new DoctorPage(services, tools, about, tell);
  }
}

/** What is pasted has one tab; a client has one for each place that it is looked at from. */
function keyOf({ subject, account = '' }: DoctorAbout): string {
  switch (subject.kind) {
    case 'text':
      return 'text';
    case 'client':
      return `${account} ${subject.region} ${subject.clientId}`;
    case 'framework':
    case 'scim':
      return `${subject.uri} ${subject.region} ${subject.clientId}`;
  }
}

function nameIn({ state }: Extract<DoctorPageTold, { type: 'state' }>): string | undefined {
  return diagnosisOf(state.look)?.client?.name ?? state.about.name;
}

function titleOf(name: string | undefined): string {
  return name === undefined ? l10n.t('Why does it fail?') : l10n.t('Why? {0}', name);
}

import type {
  AgentDesk,
  AgentOrg,
  CheckedFile,
  OrgsAtHand,
  WishedChange,
  WishOutcome,
} from '../../src/core/agents/desk.ts';
import { ToolCalls } from '../../src/core/agents/toolCalls.ts';
import { notAsked } from '../../src/core/doctor/asking/inTime.ts';
import { readFacts } from '../../src/core/doctor/asking/readFacts.ts';
import { clientEffects, makeChange } from '../../src/core/operations/changeClient.ts';
import type { Result } from '../../src/core/platform/errors.ts';
import type { Connection } from '../../src/core/platform/request.ts';
import { fetchDescription } from '../../src/core/privileges/description.ts';
import type { NewDraft } from '../../src/core/wizard/drafts.ts';
import { shownAt } from '../canaries/sweep.ts';
import { servicesFor } from '../doctor/lookInOrg.ts';
import { requestsTo } from '../host/steer.ts';
import type { OrgUnderTest } from '../org/client.ts';

const ACCOUNT = 'account-1';

/** What the tools for agents have where somebody is signed in to a practice org; the person is made up. */
export class OrgAgentDesk implements AgentDesk {
  /** The time; a test may let it pass. */
  now = () => new Date();
  /** Why nothing may be changed. */
  readOnly: string | undefined;
  /** What the person says to a change; `later` comes when the test says so. */
  agrees: boolean | Promise<boolean> = true;
  /** What a person was shown. */
  readonly asked: WishedChange[] = [];
  readonly opened: NewDraft[] = [];
  /** What agents were answered. */
  readonly answers = shownAt('what an agent is answered');
  checked: CheckedFile = { kind: 'checked', path: 'src/framework.js', problems: [], remarks: [] };
  /** Further orgs that are signed in to. */
  others: readonly AgentOrg[] = [];
  atHand: OrgsAtHand | undefined;
  readonly calls = new ToolCalls(this);

  constructor(
    readonly org: OrgUnderTest,
    private readonly accessToken: string,
  ) {}

  /** Calls a tool as an agent does. */
  async ask(name: string, input: unknown, signal = new AbortController().signal) {
    const told = await this.calls.call(name, input, signal);
    this.answers.push(told.text);
    return told;
  }

  inEnglish<T>(say: () => T): T {
    return say();
  }

  async orgs(): Promise<OrgsAtHand> {
    const { region } = this.org;
    const own = {
      account: ACCOUNT,
      orgName: 'Practice Org',
      region,
      id: '6f1c0000-0000-4000-8000-000000000001',
      practice: true,
      readOnly: this.readOnly,
    };
    return this.atHand ?? { ok: true, orgs: [own, ...this.others], remarks: [] };
  }

  async call<T>(account: string, call: (to: Connection) => Promise<Result<T>>): Promise<Result<T>> {
    if (account !== ACCOUNT) return { ok: false, error: { kind: 'unreachable', reason: 'away' } };
    return await call({ apiUrl: this.org.baseUrl, accessToken: this.accessToken, language: 'en' });
  }

  async hosts() {
    return { apiUrl: this.org.baseUrl, loginUrl: `${this.org.baseUrl}/login` };
  }

  async operations(apiUrl: string, signal: AbortSignal) {
    return await fetchDescription(apiUrl, this.now(), signal);
  }

  async check(): Promise<CheckedFile> {
    return this.checked;
  }

  async facts({ subject, told }: Parameters<AgentDesk['facts']>[0], signal: AbortSignal) {
    const { baseUrl: apiUrl, region } = this.org;
    const services = servicesFor({ apiUrl, region, accessToken: this.accessToken });
    const question = { subject, told, account: ACCOUNT, browser: notAsked('nobody-can-look'), anew: false };
    return await readFacts(services, question, signal, () => {});
  }

  async openWizard(draft: NewDraft): Promise<void> {
    this.opened.push(draft);
  }

  async change(wish: WishedChange, signal: AbortSignal): Promise<WishOutcome> {
    this.asked.push(wish);
    if (!(await this.agrees)) return { kind: 'declined' };
    if (signal.aborted) return { kind: 'unanswered' };
    const effects = clientEffects(async (call) => await this.call(ACCOUNT, call), wish.clientId);
    const made = await makeChange(effects, wish.preview, wish.changes);
    return { kind: made.kind === 'changed' ? 'changed' : 'failed' };
  }

  /** How many of these requests, as `METHOD path`, the org received. */
  async received(request: string): Promise<number> {
    return (await requestsTo(this.org)).filter((each) => each === request).length;
  }
}

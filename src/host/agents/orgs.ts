import type { AgentOrg, OrgsAtHand } from '../../core/agents/desk.ts';
import type { OrgAccount } from '../../core/clients/whereabouts.ts';
import { orgIdOf } from '../../core/signIn/accountId.ts';
import type { Services } from '../services.ts';
import { agentsMayChange } from '../signIn/settings.ts';

type Means = Pick<Services, 'orgClients' | 'signIn' | 'log'>;

type Known = OrgAccount & { readonly practice: boolean };

/** The orgs that agents may ask about: those that the person is signed in to, or else the practice org. */
export class OrgsForAgents {
  private signingIn: Promise<OrgsAtHand> | undefined;

  constructor(private readonly means: Means) {}

  /** Signs in to the practice org where nobody is signed in anywhere; once, however many ask. Never rejects. */
  async atHand(): Promise<OrgsAtHand> {
    const { orgClients } = this.means;
    await orgClients.settled();
    const known = orgClients.practiceOrReal();
    if (known.length > 0) return { ok: true, orgs: known.map(forAgents), remarks: [] };
    this.signingIn ??= this.practiceOrg().finally(() => {
      this.signingIn = undefined;
    });
    return await this.signingIn;
  }

  private async practiceOrg(): Promise<OrgsAtHand> {
    const attempt = { signal: new AbortController().signal, report: () => {} };
    const result = await this.means.signIn.signInToPractice(attempt);
    if (result.kind !== 'signed-in')
      return {
        ok: false,
        reason:
          'Nobody is signed in to Genesys Cloud, and the practice org could not be started. Ask the person to run the command "Genesys Cloud: Sign In".',
      };
    this.means.log.info(
      'An agent asked about clients, and nobody was signed in: the practice org was signed in to.',
    );
    const { account, orgName, region } = result.session;
    return {
      ok: true,
      orgs: [forAgents({ account: account.id, orgName, region, practice: true })],
      remarks: [
        'Nobody was signed in to Genesys Cloud, so the practice org was signed in to. For a real org, the person runs the command "Genesys Cloud: Sign In".',
      ],
    };
  }
}

function forAgents({ account, orgName, region, practice }: Known): AgentOrg {
  const id = orgIdOf(account);
  const allowed = practice ? 'practice' : id;
  const mayChange = agentsMayChange().some((each) => each.trim().toLowerCase() === allowed.toLowerCase());
  const readOnly = `Only a person can allow it: they add "${allowed}" to the setting genesysOAuth.agents.allowChanges of their user settings. Do not change that setting yourself.`;
  return { account, orgName, region, id, practice, readOnly: mayChange ? undefined : readOnly };
}

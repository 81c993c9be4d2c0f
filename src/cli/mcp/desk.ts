import type { AgentDesk, WishedChange, WishOutcome } from '../../core/agents/desk.ts';
import type { Connected } from '../../core/operations/changeClient.ts';
import { SIGNED_OUT } from '../../core/platform/errors.ts';
import { fetchDescription } from '../../core/privileges/description.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { hostsBehind } from '../orgs/gateway.ts';
import type { Answer, Question } from './askBack.ts';
import { changeWhenAgreed } from './changing.ts';
import { factsAbout } from './facts.ts';
import { checkedFile } from './fileCheck.ts';
import type { HeldOrgs } from './heldOrgs.ts';
import type { Speaker } from './languages.ts';

/** What the desk is made of. */
type Parts = {
  readonly io: Io;
  readonly orgs: HeldOrgs;
  /** That of the person who is asked; all other texts are in English. */
  readonly language: Language;
  readonly inTheirs: Speaker;
  ask(question: Question, signal: AbortSignal): Promise<Answer>;
  /** Aborted when the server ends. */
  readonly ended: AbortSignal;
};

const BUSY = 'The person is being asked about another change. Wait until they have answered it.';

/** What the tools for agents need, as the command line has it. All that it says is in English already. */
export function mcpDesk({ io, orgs, language, inTheirs, ask, ended }: Parts): AgentDesk {
  const inEnglish: Speaker = (say) => say();
  const descriptions = new Map<string, ReturnType<AgentDesk['operations']>>();
  let isAsking = false;

  async function change(wish: WishedChange, signal: AbortSignal): Promise<WishOutcome> {
    const open = await orgs.of(wish.org.account);
    if (open === undefined) return { kind: 'not-asked', reason: 'nobody is signed in to this org any more.' };
    // One after the other, so that nobody agrees to a row of them without reading.
    if (isAsking) return { kind: 'not-asked', reason: BUSY };
    isAsking = true;
    try {
      const connected: Connected = async (call) => await call(open.connection);
      return await changeWhenAgreed(wish, { connected, ask, inEnglish, inTheirs, language }, signal);
    } finally {
      isAsking = false;
    }
  }

  return {
    now: io.now,
    inEnglish,
    orgs: async () => await orgs.atHand(),
    call: async (account, call) => {
      const open = await orgs.of(account);
      return open === undefined ? { ok: false, error: SIGNED_OUT } : await call(open.connection);
    },
    hosts: async (of) => {
      if ('region' in of) {
        const found = hostsBehind(io.env, of.region);
        if (!found.ok) throw new Error(found.reason);
        return found.hosts;
      }
      const open = await orgs.of(of.account);
      if (open === undefined) throw new Error('Nobody is signed in to this org any more.');
      return open.hosts;
    },
    operations: async (apiUrl) => {
      const known = descriptions.get(apiUrl);
      if (known !== undefined) return await known;
      // Others may wait for it, so that it does not end with the call that came first.
      const reading = fetchDescription(apiUrl, io.now(), ended);
      descriptions.set(apiUrl, reading);
      const read = await reading;
      if (!read.ok) descriptions.delete(apiUrl);
      return read;
    },
    check: async (file) => await checkedFile(file, io),
    facts: async (question, signal) => await factsAbout(question, await orgs.all(), signal),
    change,
  };
}

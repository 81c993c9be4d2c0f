import type { AgentDesk, WishedChange, WishOutcome } from '../../core/agents/desk.ts';
import { SharedReads } from '../../core/agents/sharedReads.ts';
import { ToolCalls } from '../../core/agents/toolCalls.ts';
import { notAsked } from '../../core/doctor/asking/inTime.ts';
import { readFacts } from '../../core/doctor/asking/readFacts.ts';
import { knowingHost } from '../../core/doctor/told.ts';
import type { Connected } from '../../core/operations/changeClient.ts';
import { SIGNED_OUT } from '../../core/platform/errors.ts';
import { lookServices } from '../doctor/lookServices.ts';
import type { Io } from '../io.ts';
import type { Language } from '../language.ts';
import { gatewayHost, hostsBehind } from '../orgs/gateway.ts';
import { keptOperations } from '../privileges/apiDescription.ts';
import type { Answer, Question } from './askBack.ts';
import { changeWhenAgreed } from './changing.ts';
import { withClientsNow } from './clientsNow.ts';
import { comparedWith } from './comparing.ts';
import { checkedFile } from './fileCheck.ts';
import type { HeldOrgs } from './heldOrgs.ts';
import type { Speaker } from './languages.ts';

/** What answers are made of. */
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

/** Begins to answer AI agents, by what the command line has. All that it says is in English already. */
export function mcpToolCalls({ io, orgs, language, inTheirs, ask, ended }: Parts): ToolCalls {
  const inEnglish: Speaker = (say) => say();
  const operations = keptOperations(io);
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

  const call: AgentDesk['call'] = async (account, work) => {
    const open = await orgs.of(account);
    return open === undefined ? { ok: false, error: SIGNED_OUT } : await work(open.connection);
  };

  const hosts: AgentDesk['hosts'] = async (of) => {
    if ('region' in of) {
      const found = hostsBehind(io.env, of.region);
      if (!found.ok) throw new Error(found.reason);
      return found.hosts;
    }
    const open = await orgs.of(of.account);
    if (open === undefined) throw new Error('Nobody is signed in to this org any more.');
    return open.hosts;
  };

  const reads = new SharedReads({ now: io.now, call, hosts });
  const desk: AgentDesk = {
    now: io.now,
    inEnglish,
    orgs: async () => await orgs.atHand(),
    call,
    hosts,
    operations: async (apiUrl, signal) => await operations.of(apiUrl, AbortSignal.any([signal, ended])),
    check: async (file, signal) =>
      await checkedFile(
        file,
        io,
        async (named, kind) => await comparedWith(named, kind, { orgs, reads, io }, signal),
      ),
    facts: async ({ subject, told, account }, signal) => {
      const services = lookServices(await withClientsNow(await orgs.all(), reads), operations, io);
      const browser = notAsked('nobody-can-look');
      const known = knowingHost(told, gatewayHost(io.env));
      const question = { subject, told: known, account, browser, anew: false };
      return await readFacts(services, question, AbortSignal.any([signal, ended]), () => {});
    },
    change,
  };
  return new ToolCalls(desk, reads);
}

import { speaksForItself } from '../../clients/usable.ts';
import type { LookStage } from '../../doctorPage/messages.ts';
import { reasonOf } from '../../reason.ts';
import type { Fact, FactName, Facts, NotAskedBecause } from '../facts.ts';
import type { Subject } from '../subject.ts';
import type { Told } from '../symptom.ts';
import { wavesFor } from '../wants.ts';
import { readCalls, readRoles, readSecret } from './clientFacts.ts';
import { type FoundClient, findClient, soughtFor } from './findClient.ts';
import { notAsked, untold } from './inTime.ts';
import { orgAnswers } from './orgAnswers.ts';
import { orgFactReaders } from './orgFacts.ts';
import type { CallSources, CallsOrgs, ClientSources, SecretSources } from './sources.ts';

/** What a look reads by. */
export type LookServices = ClientSources & CallSources & SecretSources & { readonly connections: CallsOrgs };

/** What a look is about. */
export type Question = {
  readonly subject: Subject;
  readonly told: Told;
  /** The ID of the account whose org is meant, where one was chosen. */
  readonly account: string | undefined;
  readonly browser: Facts['browser'];
  /** What is known of the clients counts no more, however fresh it is. */
  readonly anew: boolean;
};

/** What is read once it is known which org has the client. */
type LaterName = Exclude<FactName, 'client' | 'elsewhere' | 'browser'>;
type Readers = { readonly [Name in LaterName]: () => Promise<Facts[Name]> };
type Writable = { -readonly [Name in keyof Facts]: Facts[Name] };

/**
 * Reads what a look needs, in at most three round trips one after another, each of which ends in time. What cannot be read
 * hides nothing else. Nothing of what was pasted is sent but the ID of a client that a read is about. Never rejects.
 */
export async function readFacts(
  services: LookServices,
  question: Question,
  signal: AbortSignal,
  report: (stage: LookStage) => void,
): Promise<Facts> {
  const { subject, told, account, browser, anew } = question;
  report('client');
  const sought = soughtFor(subject, told, account);
  const found = await findClient(services, sought, signal, anew);
  const facts: Writable = { ...NOTHING_ELSE, ...found, browser };
  const later = wavesFor(subject, told)
    .map((wave) => wave.filter(isLater))
    .filter(({ length }) => length > 0);
  const readers = readersFor(services, question, found, sought.clientId, signal);
  if (later.flat().includes('roles')) readers.beginRoles();
  for (const [index, wave] of later.entries()) {
    report(index === 0 ? 'org' : 'roles');
    await Promise.all(wave.map(async (name) => await readInto(facts, name, readers.of)));
  }
  return facts;
}

async function readInto<Name extends LaterName>(
  facts: Writable,
  name: Name,
  readers: Readers,
): Promise<void> {
  facts[name] = await readers[name]();
}

/** What a keyring refuses, or a gateway that is set wrong, hides nothing else. */
async function safely<T>(reading: Promise<Fact<T>>): Promise<Fact<T>> {
  return await reading.catch((thrown: unknown) => untold({ kind: 'unreachable', reason: reasonOf(thrown) }));
}

function isLater(name: FactName): name is LaterName {
  return name !== 'client' && name !== 'elsewhere' && name !== 'browser';
}

/** How each is read, and what begins to read the roles before they are wanted: a long list has a round trip of its own. */
function readersFor(
  services: LookServices,
  { subject, told }: Question,
  { org, client: read }: FoundClient,
  clientId: string | undefined,
  signal: AbortSignal,
): { readonly of: Readers; beginRoles(): void } {
  const home = org ?? (subject.kind === 'text' ? undefined : { region: subject.region, practice: false });
  const secret = async () => await safely(readSecret(services, clientId, home));
  if (org === undefined) {
    const isUnnamed = clientId === undefined && services.orgClients.practiceOrReal().length > 0;
    return { of: { ...(isUnnamed ? NOT_OF_THIS_ORG : SIGNED_OUT), secret }, beginRoles: () => {} };
  }
  const client = read.kind === 'known' ? read.value : undefined;
  const answers = orgAnswers(services, org, signal);
  const ofOrg = orgFactReaders(answers, client);
  // The settings of an org that has no such client keep nobody out who logs in with it.
  if (read.kind === 'known' && client === undefined)
    return { of: { ...NOT_OF_THIS_ORG, secret, clock: ofOrg.clock }, beginRoles: () => {} };
  const of = {
    ...ofOrg,
    secret,
    calls: async () => await safely(readCalls(services, answers, org, told.symptoms, signal)),
    roles: async () => await readRoles(answers, client),
  };
  const beginRoles = () => {
    if (!speaksForItself(client)) return;
    void answers.roles();
    void answers.divisions();
  };
  return { of, beginRoles };
}

const NOTHING_ELSE: Pick<Facts, LaterName> = {
  authentication: notAsked('not-needed'),
  inactivityTimeout: notAsked('not-needed'),
  ipAllowList: notAsked('not-needed'),
  authorization: notAsked('not-needed'),
  hipaa: notAsked('not-needed'),
  roles: notAsked('not-needed'),
  divisions: notAsked('not-needed'),
  secret: notAsked('not-needed'),
  calls: notAsked('not-needed'),
  clock: notAsked('not-needed'),
};

/** Nobody is signed in to an org that could tell. */
const SIGNED_OUT = nothingRead('signed-out');
/** No org is known whose answers would be about the client. */
const NOT_OF_THIS_ORG = nothingRead('nothing-to-ask-about');

function nothingRead(because: NotAskedBecause): Omit<Readers, 'secret'> {
  const none = async () => notAsked(because);
  return {
    authentication: none,
    inactivityTimeout: none,
    ipAllowList: none,
    authorization: none,
    hipaa: none,
    roles: none,
    divisions: none,
    calls: none,
    clock: none,
  };
}

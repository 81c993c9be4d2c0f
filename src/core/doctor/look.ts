import {
  type FrameworkUse,
  type Shortcoming,
  shortcomingArgs,
  shortcomings,
} from '../clients/forFramework.ts';
import { isLikelyFrameworkPage } from '../clients/frameworkNeeds.ts';
import { speaksForItself } from '../clients/usable.ts';
import type { DiagnosticCode } from '../findings/catalogue.ts';
import { answerOf } from '../platform/errors.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import { readRegionName } from '../platform/regionName.ts';
import { regionOf } from '../platform/regions.ts';
import { clientName } from '../texts/clientName.ts';
import type { SameFinding } from './answer.ts';
import type { Fact, Facts } from './facts.ts';
import type { Subject } from './subject.ts';
import { type LoginRequest, NOTHING_TOLD, type Symptom, type Told } from './symptom.ts';

/** What the rules of all causes look at. */
export type Look = {
  readonly subject: Subject;
  readonly told: Told;
  readonly facts: Facts;
  readonly now: Date;
  /** The client, where it was read and is there. */
  readonly client: OAuthClient | undefined;
  /** The domain that people log in or call at, as the subject or the text names it. */
  readonly region: string | undefined;
  /** How the framework is to use the client; undefined where it is not about a framework.js. */
  readonly use: FrameworkUse | undefined;
  /** What the client lacks for that, or else for what its pages make likely. */
  readonly lacks: readonly Shortcoming[];
};

export function lookAt(subject: Subject, told: Told, facts: Facts, now: Date): Look {
  const client = facts.client.kind === 'known' ? facts.client.value : undefined;
  const use = useOf(subject, facts, now);
  const region = regionMeant(subject, told);
  const lacksOf = (each: OAuthClient) =>
    use === undefined
      ? likelyLacks(subject, each, facts.org?.region ?? region, now)
      : shortcomings(each, use);
  const lacks = client === undefined ? [] : lacksOf(client);
  return { subject, told, facts, now, client, region, use, lacks };
}

/** A client with a page of the framework is likely one of it: what keeps people out at such a page, and no more. */
function likelyLacks(
  { kind }: Subject,
  client: OAuthClient,
  region: string | undefined,
  now: Date,
): readonly Shortcoming[] {
  if (kind === 'scim' || !(client.registeredRedirectUri ?? []).some(isLikelyFrameworkPage)) return [];
  const use = { dedicatedLoginWindow: 'unknown', usePKCEAuthFlow: 'unknown', partner: undefined } as const;
  const known = region === undefined ? undefined : regionOf(region)?.domain;
  return shortcomings(client, { ...use, region: known, today: isoDay(now) }).filter(({ code }) =>
    LIKELY.includes(code),
  );
}

const LIKELY: readonly Shortcoming['code'][] = [
  'client-wrong-grant',
  'inexact-redirect-uri',
  'missing-redirect-uri',
];

function isoDay(now: Date): string {
  return now.toISOString().slice(0, 10);
}

function useOf(subject: Subject, { org }: Facts, now: Date): FrameworkUse | undefined {
  if (subject.kind !== 'framework') return undefined;
  const { region, partner, use } = subject;
  // Where a key is no domain that is known, nobody knows which pages its agents need.
  const isKnown = regionOf(region) !== undefined || region === org?.region;
  return {
    ...use,
    region: isKnown ? region : undefined,
    partner: partner === undefined || partner === '' ? undefined : { name: partner },
    today: isoDay(now),
  };
}

/** A file says it, and otherwise the hosts of the text, as long as they agree. */
function regionMeant(subject: Subject, told: Told): string | undefined {
  if (subject.kind === 'framework' || subject.kind === 'scim') return subject.region;
  const [region, ...others] = regionsOf(told);
  if (region !== undefined) return others.length === 0 ? region : undefined;
  return subject.kind === 'client' ? subject.region : undefined;
}

/** The regions whose hosts a text names, each once. */
export function regionsOf({ hosts }: Told): readonly string[] {
  return [...new Set(hosts.flatMap((host) => readRegionName(host) ?? []))];
}

/** The Client ID that the look is about, where it is about one. */
export function clientIdOf(subject: Subject, told: Told): string | undefined {
  if (subject.kind !== 'text') return subject.clientId;
  return told.clientIds.length === 1 ? told.clientIds[0] : undefined;
}

/** What is told about the subject: of a text that names other clients alone, only what the person sees. */
export function toldAbout(subject: Subject, told: Told): Told {
  const own = clientIdOf(subject, told)?.toLowerCase();
  const { clientIds } = told;
  if (own === undefined || clientIds.length === 0) return told;
  if (clientIds.includes(own)) return { ...told, symptoms: told.symptoms.filter(isPerhapsOf(own)) };
  return {
    ...NOTHING_TOLD,
    symptoms: told.symptoms.filter(({ kind }) => kind === 'seen'),
    notes: [{ kind: 'other-client', clientIds }],
  };
}

/** Whether a symptom may be of this client (lower case): nothing says that it is of another one. */
export function isPerhapsOf(clientId: string): (symptom: Symptom) => boolean {
  return (symptom) =>
    !('clientId' in symptom) || symptom.clientId === undefined || symptom.clientId === clientId;
}

/** Hosts of the text of which nobody knows whose they are: none of the regions that the look knows is their domain. */
export function unknownHosts(subject: Subject, told: Told, { org }: Facts): readonly string[] {
  const known = [org?.region, subject.kind === 'text' ? undefined : subject.region];
  return told.notes
    .flatMap((note) => (note.kind === 'company-hosts' ? note.hosts : []))
    .filter((host) => !known.some((region) => region !== undefined && `.${host}`.endsWith(`.${region}`)));
}

/** The requests of the text that this client made, as far as it is told whose they are. */
export function ownRequests({ subject, told }: Look): readonly LoginRequest[] {
  const own = clientIdOf(subject, told)?.toLowerCase();
  return told.requests.filter(({ clientId }) => clientId === undefined || clientId.toLowerCase() === own);
}

type Of<Kind extends Symptom['kind']> = Extract<Symptom, { kind: Kind }>;

/** The symptoms of a kind for which something holds. */
export function symptomsOf<Kind extends Symptom['kind']>(
  { told }: Look,
  kind: Kind,
  holds: (symptom: Of<Kind>) => boolean = () => true,
): readonly Of<Kind>[] {
  return told.symptoms.filter((each): each is Of<Kind> => isOf(each, kind) && holds(each));
}

function isOf<Kind extends Symptom['kind']>(symptom: Symptom, kind: Kind): symptom is Of<Kind> {
  return symptom.kind === kind;
}

/** Refusals of a login host with one of these codes, whose description says something like this. */
export function refusals(look: Look, codes: readonly string[], says: RegExp = /(?:)/): readonly Symptom[] {
  return symptomsOf(
    look,
    'oauth-error',
    ({ code, description = '' }) => codes.includes(code) && says.test(description),
  );
}

/** Calls that the API refused with one of these codes. */
export function apiErrors(look: Look, codes: readonly string[]): readonly Of<'api-error'>[] {
  return symptomsOf(look, 'api-error', ({ code }) => code !== undefined && codes.includes(code));
}

/** Whether nobody logs in to it in a browser: an identity provider or a program is what calls. */
export function isWithoutBrowser({ subject, client }: Look): boolean {
  return subject.kind === 'scim' || speaksForItself(client) || client?.authorizedGrantType === 'SAML2-BEARER';
}

/** What a person says they see. */
export function seen(look: Look, ...what: readonly Of<'seen'>['what'][]): readonly Symptom[] {
  return symptomsOf(look, 'seen', (each) => what.includes(each.what));
}

/** The page of a login host that knows the client or its redirect URI not, and refuses to say which. */
export function invalidPages(look: Look): readonly Symptom[] {
  return symptomsOf(look, 'invalid-login-page');
}

/** Whether this extension itself met an error of this code, or of this kind, while it read the facts. */
export function wasRefusedHere(
  facts: Facts,
  is: { readonly code: string } | { readonly kind: string },
): boolean {
  const { org: _, ...read } = facts;
  const all: readonly Fact<unknown>[] = Object.values(read);
  return all.some((fact) => {
    if (fact.kind !== 'untold' && fact.kind !== 'failed') return false;
    return 'code' in is ? answerOf(fact.error)?.code === is.code : fact.error.kind === is.kind;
  });
}

/** What sentences call the client and its org. */
export function namesIn({ client, facts }: Look): { client?: string; org?: string } {
  return {
    ...(client && { client: clientName(client) }),
    ...(facts.org && { org: facts.org.name }),
  };
}

/** The finding that a shortcoming is, wherever it is looked at. */
export function findingOf(look: Look, lack: Shortcoming): SameFinding {
  return sameFinding(look, lack.code, lack.severity, shortcomingArgs(lack));
}

/** For a sentence: that nothing but its pages says that the client is of the framework. */
export function likelyUse({ use }: Look, finding: SameFinding | undefined): { likely?: 'yes' } {
  return use === undefined && finding !== undefined ? { likely: 'yes' } : {};
}

export function sameFinding(
  look: Look,
  code: SameFinding['code'] & DiagnosticCode,
  severity: SameFinding['severity'],
  args: Readonly<Record<string, string | number | readonly string[]>>,
): SameFinding {
  const { client, facts } = look;
  const names = { ...(client && { client: client.name }), ...(facts.org && { org: facts.org.name }) };
  const writable = Object.entries({ ...names, ...args }).map(
    ([name, value]): [string, string | number | string[]] => [
      name,
      typeof value === 'object' ? [...value] : value,
    ],
  );
  return { code, severity, args: Object.fromEntries(writable) };
}

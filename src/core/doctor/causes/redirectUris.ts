import {
  frameworkRedirectUris,
  isWrittenOtherwise,
  partnerAmong,
  regionOfPage,
} from '../../clients/frameworkNeeds.ts';
import { letsPeopleLogIn, worksInState } from '../../clients/usable.ts';
import type { FoundCause, NextStep, SameFinding } from '../answer.ts';
import { findingOf, invalidPages, type Look, likelyUse, namesIn, ownRequests, refusals } from '../look.ts';
import type { Symptom } from '../symptom.ts';
import {
  certaintyOf,
  found,
  inOrder,
  NOT_HERE,
  notLooked,
  type Rule,
  unread,
  type Verdict,
} from '../verdict.ts';

/** A page that people log in at and that the client does not have as it is written, and what it has in its place. */
type Lacking = { readonly certainty: FoundCause['certainty']; readonly finding: SameFinding | undefined } & (
  | { readonly kind: 'inexact'; readonly uri: string; readonly registered: string }
  | { readonly kind: 'other-region'; readonly uris: readonly string[]; readonly home: string }
  | {
      readonly kind: 'partner';
      readonly uris: readonly string[];
      readonly registered: string;
      readonly partner: string;
    }
  | { readonly kind: 'missing'; readonly uris: readonly string[] }
);

/** A page that is registered in another writing, or that the token endpoint is given in another than the login page. */
export const redirectUriInexact: Rule = (look) => {
  const mismatch = refusals(look, ['invalid_grant', 'invalid_request'], /redirect_?uri/i);
  const lack = lackingOf(look, 'inexact');
  if (lack !== undefined) {
    const { uri, registered, finding } = lack;
    // Nobody but the framework asks for one of its pages; of any other page, the registered writing may be in use elsewhere.
    const next: NextStep =
      finding === undefined
        ? { kind: 'add-redirect-uris', uris: [uri] }
        : { kind: 'replace-redirect-uri', registered, uri };
    return foundLack(look, lack, next, { uri, registered });
  }
  if (mismatch.length > 0)
    return found(
      'likely',
      { kind: 'change-application', what: 'redirect-uri' },
      {
        args: namesIn(look),
        symptoms: mismatch,
      },
    );
  return NOT_HERE;
};

/** A page of the framework that is registered for the agents of another region. */
export const redirectUriOfOtherRegion: Rule = (look) => {
  const lack = lackingOf(look, 'other-region');
  if (lack === undefined) return NOT_HERE;
  const uris = [...lack.uris];
  return foundLack(look, lack, { kind: 'add-redirect-uris', uris }, { uris, home: lack.home });
};

/**
 * A partner's page is registered, and not the framework's own. Agents of that partner's deployment log in there, so that
 * this is right, or why nobody else can log in: the sources do not tell it apart (Genesys facts 12).
 */
export const partnerPage: Rule = (look) => {
  const lack = lackingOf(look, 'partner');
  if (lack === undefined) return withoutPartner(look);
  const { registered, partner } = lack;
  const uris = [...lack.uris];
  return foundLack(look, lack, { kind: 'add-redirect-uris', uris }, { uris, registered, partner });
};

/** Whether a partner's page is meant, a person may have said; where it makes no difference, nobody asks. */
function withoutPartner(look: Look): Verdict {
  const { subject, client } = look;
  if (subject.kind !== 'framework' || client === undefined || !hasPages(look)) return NOT_HERE;
  return subject.partner === undefined
    ? notLooked('login-page')
    : inOrder(subject.partner === '' ? {} : { partner: subject.partner });
}

/** A page that people log in at, and that is not registered. */
export const redirectUriMissing: Rule = (look) => {
  const { client, facts } = look;
  const pages = invalidPages(look);
  if (client === undefined) {
    if (facts.client.kind === 'known') return NOT_HERE;
    return pages.length > 0
      ? found('possible', { kind: 'sign-in' }, { symptoms: pages })
      : unread(facts, 'client');
  }
  if (!hasPages(look)) return NOT_HERE;
  const lack = lackingOf(look, 'missing');
  if (lack !== undefined) {
    const uris = [...lack.uris];
    return foundLack(look, lack, { kind: 'add-redirect-uris', uris }, { uris });
  }
  const asked = pagesAsked(look);
  if (asked.length > 0) return lackings(look).length > 0 ? NOT_HERE : inOrder({ uris: [...asked] });
  if (pages.length > 0 && isClientSound(look))
    return found(
      'likely',
      { kind: 'edit', page: 'redirect-uris' },
      {
        args: namesIn(look),
        symptoms: pages,
      },
    );
  return notLooked('application');
};

/** Of a client that is there, works, and is asked in its own region, the page can mean nothing but the redirect URI. */
function isClientSound({ client, facts, region }: Look): boolean {
  const isAtHome = region === undefined || facts.org === undefined || region === facts.org.region;
  return isAtHome && worksInState(client?.state) === 'yes';
}

function hasPages({ client }: Look): boolean {
  return client !== undefined && letsPeopleLogIn(client.authorizedGrantType) !== 'no';
}

function foundLack(
  look: Look,
  { certainty, finding }: Lacking,
  next: NextStep,
  args: FoundCause['args'],
): Verdict {
  const symptoms: readonly Symptom[] = invalidPages(look);
  // What is only possible becomes likely where the login host complains of just this.
  const surer = certainty === 'possible' && symptoms.length > 0 ? 'likely' : certainty;
  const likely = likelyUse(look, finding);
  return found(surer, next, { args: { ...namesIn(look), ...args, ...likely }, symptoms, finding });
}

function lackingOf<Kind extends Lacking['kind']>(look: Look, kind: Kind) {
  return lackings(look).find((lack): lack is Extract<Lacking, { kind: Kind }> => lack.kind === kind);
}

/** Pages that the client lacks: those that the text names, or else those of the framework. */
function lackings(look: Look): readonly Lacking[] {
  const { client } = look;
  if (client === undefined || !hasPages(look)) return [];
  const registered = client.registeredRedirectUri ?? [];
  const named = urisNamed(look).filter((uri) => !isRegistered(uri, registered));
  if (urisNamed(look).length > 0)
    return named.map((uri): Lacking => {
      const sure = { certainty: 'certain', finding: undefined } as const;
      const twin = registered.find((each) => isWrittenOtherwise(each, uri) || isWrittenOtherwise(uri, each));
      return twin === undefined
        ? { ...without(look, [uri]), ...sure }
        : { kind: 'inexact', uri, registered: twin, ...sure };
    });
  return look.lacks.flatMap((lack): readonly Lacking[] => {
    const finding = findingOf(look, lack);
    const certainty = certaintyOf(look, finding);
    if (lack.code === 'inexact-redirect-uri')
      return [{ kind: 'inexact', uri: lack.uri, registered: lack.registered, certainty, finding }];
    if (lack.code !== 'missing-redirect-uri') return [];
    // Each kind of absence is told once, with its own pages.
    const kinds = new Map<string, { readonly absence: Absence; readonly uris: string[] }>();
    for (const uri of lack.uris) {
      const absence = without(look, [uri]);
      const same = kinds.get(absence.kind) ?? { absence, uris: [] };
      kinds.set(absence.kind, { ...same, uris: [...same.uris, uri] });
    }
    return [...kinds.values()].map(({ absence, uris }) => {
      const { instead, ...args } = finding.args;
      // Who said where agents log in says that nothing else is meant.
      const isSaid = isPageSaid(look) && instead !== undefined;
      const meant = absence.kind === 'partner' ? absence.registered : instead;
      return {
        ...absence,
        uris,
        certainty: isSaid && certainty === 'possible' ? 'likely' : certainty,
        finding: {
          ...finding,
          ...(isSaid && { severity: 'warning' as const }),
          args: { ...args, uris, ...(!isSaid && meant !== undefined && { instead: meant }) },
        },
      };
    });
  });
}

type Absence =
  | { readonly kind: 'other-region'; readonly uris: readonly string[]; readonly home: string }
  | {
      readonly kind: 'partner';
      readonly uris: readonly string[];
      readonly registered: string;
      readonly partner: string;
    }
  | { readonly kind: 'missing'; readonly uris: readonly string[] };

/** Whether a person has said at which page agents log in. */
function isPageSaid({ subject }: Look): boolean {
  return subject.kind === 'framework' && subject.partner !== undefined;
}

/** What a client has in place of a page that it lacks. */
function without(look: Look, uris: readonly string[]): Absence {
  const { client, region } = look;
  const registered = client?.registeredRedirectUri ?? [];
  const uri = uris[0] ?? '';
  const page = regionOfPage(uri);
  const home = registered
    .map((each) => regionOfPage(each))
    .find((each) => each !== undefined && each !== page);
  const isElsewhere =
    page !== undefined && home !== undefined && registered.includes(uri.replace(page, home));
  if (isElsewhere) return { kind: 'other-region', uris, home };
  const own = page ?? region;
  if (page === undefined || own === undefined || isPageSaid(look)) return { kind: 'missing', uris };
  const partner = partnerAmong(registered, own);
  const [theirs] = partner === undefined ? [] : frameworkRedirectUris(own, false, { name: partner });
  return theirs === undefined || partner === undefined
    ? { kind: 'missing', uris }
    : { kind: 'partner', uris, registered: theirs, partner };
}

/** The pages that people log in at, as far as anything tells. */
function pagesAsked(look: Look): readonly string[] {
  const named = urisNamed(look);
  if (named.length > 0 || look.use?.region === undefined) return named;
  const { region, dedicatedLoginWindow, partner } = look.use;
  return frameworkRedirectUris(region, dedicatedLoginWindow === 'on', partner);
}

function urisNamed(look: Look): readonly string[] {
  return [...new Set(ownRequests(look).flatMap(({ redirectUri }) => redirectUri ?? []))];
}

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(?::\d+)?/;

/** Every character counts, but the port of a loopback address (Genesys facts 6.2). */
function isRegistered(uri: string, registered: readonly string[]): boolean {
  const plain = (each: string) => each.replace(LOOPBACK, 'http://$1');
  return registered.some((each) => each === uri || plain(each) === plain(uri));
}

import { dayOfDeletion, holdsSecret, letsPeopleLogIn, worksInState } from '../../clients/usable.ts';
import { clientIdOf, findingOf, invalidPages, type Look, namesIn, refusals, sameFinding } from '../look.ts';
import type { Symptom } from '../symptom.ts';
import { found, inOrder, NOT_HERE, notLooked, type Rule, unread } from '../verdict.ts';

/** No org that was looked in has a client of this ID. */
export const clientMissing: Rule = (look) => {
  const { facts, client } = look;
  const notFound = refusals(look, ['invalid_client'], /not found|unknown client/i);
  const symptoms = [...notFound, ...invalidPages(look)];
  if (client !== undefined) return inOrder(namesIn(look));
  const clientId = clientIdOf(look.subject, look.told);
  const args = clientId === undefined ? {} : { clientId };
  if (facts.client.kind !== 'known') {
    const signIn = {
      kind: 'sign-in',
      ...(look.region === undefined ? {} : { region: look.region }),
    } as const;
    if (symptoms.length === 0) return unread(facts, 'client');
    return found(notFound.length > 0 ? 'likely' : 'possible', signIn, { args, symptoms });
  }
  // It is in another org that one is signed in to, so it is there.
  if (facts.elsewhere.kind === 'known' && facts.elsewhere.value.some((each) => each.client !== undefined))
    return NOT_HERE;
  return found(
    notFound.length > 0 ? 'certain' : 'likely',
    { kind: 'create-client' },
    {
      args: { ...args, ...namesIn(look) },
      symptoms,
      finding: sameFinding(
        look,
        'client-not-found',
        facts.org?.practice === true ? 'information' : 'warning',
        {
          ...args,
          region: facts.org?.region ?? look.region ?? '',
          orgs: orgsLookedIn(look),
        },
      ),
    },
  );
};

/** Those of the region, because a client elsewhere is another matter. */
function orgsLookedIn({ facts }: Look): readonly string[] {
  const { org, elsewhere } = facts;
  const others = elsewhere.kind === 'known' ? elsewhere.value.map((each) => each.org) : [];
  return [...(org === undefined ? [] : [org]), ...others.filter((each) => each.region === org?.region)].map(
    ({ name }) => name,
  );
}

/** An inactive client that the org will delete; until then it can be restored (Genesys facts 1.4). */
export const clientBeingDeleted: Rule = (look) => {
  const { client } = look;
  if (client === undefined) return unread(look.facts, 'client');
  const moment = dayOfDeletion(client);
  if (worksInState(client.state) !== 'no' || moment === undefined) return NOT_HERE;
  return found(
    'certain',
    { kind: 'restore' },
    {
      args: { ...namesIn(look), moment },
      symptoms: refusedClient(look),
      finding: stateFinding(look),
    },
  );
};

/** A client in a state in which no tokens are made with it (Genesys facts 1.2). */
export const clientNotActive: Rule = (look) => {
  const { client, facts } = look;
  const symptoms = refusedClient(look);
  const named = refusals(look, ['invalid_client'], NOT_ACTIVE);
  if (client === undefined) {
    if (facts.client.kind === 'known') return NOT_HERE;
    const pages = invalidPages(look);
    if (named.length > 0) return found('likely', { kind: 'sign-in' }, { symptoms: named });
    return pages.length > 0
      ? found('possible', { kind: 'sign-in' }, { symptoms: pages })
      : unread(facts, 'client');
  }
  const args = { ...namesIn(look), state: client.state ?? '' };
  switch (worksInState(client.state)) {
    case 'yes':
      return inOrder();
    case 'no':
      return dayOfDeletion(client) === undefined
        ? found('certain', { kind: 'activate' }, { args, symptoms, finding: stateFinding(look) })
        : NOT_HERE;
    case 'unknown':
      return found(
        'possible',
        { kind: 'open-admin-page', page: 'client' },
        {
          args,
          symptoms,
          finding: stateFinding(look),
        },
      );
  }
};

const NOT_ACTIVE = /not active|inactive|disabled/i;

/** How a login host speaks of a client that makes no tokens. */
function refusedClient(look: Look): readonly Symptom[] {
  return [...invalidPages(look), ...refusals(look, ['invalid_client'], NOT_ACTIVE)];
}

/** The finding is about logins, and so about clients that people log in with. */
function stateFinding(look: Look) {
  if (letsPeopleLogIn(look.client?.authorizedGrantType) === 'no') return undefined;
  const lack = look.lacks.find(({ code }) => code === 'client-not-active');
  if (lack !== undefined) return findingOf(look, lack);
  const state = look.client?.state ?? '';
  const severity = worksInState(state) === 'no' ? 'error' : 'information';
  return sameFinding(look, 'client-not-active', severity, { state });
}

/** Days for which a new secret is news: whoever still has the former one has noticed by then. */
const NEWS_DAYS = 30;

/** Whoever calls still shows the former secret. Which one they show, only they know. */
export const secretRotated: Rule = (look) => {
  const { client, facts, now } = look;
  if (client !== undefined && !holdsSecret(client)) return NOT_HERE;
  const symptoms = refusals(look, ['invalid_client'], /authentication failed|secret/i);
  const standing = facts.secret.kind === 'known' ? facts.secret.value : undefined;
  // What happened before it got a new secret has another reason; where no moment is told, it may have.
  const { moment } = look.told;
  const isBefore = moment !== undefined && moment < (standing?.rotatedAt ?? '');
  const rotatedAt = isBefore ? undefined : standing?.rotatedAt;
  const isKeptNew = standing?.kept === true && (standing.keptSince ?? '') >= (rotatedAt ?? '');
  const next = isKeptNew
    ? ({ kind: 'copy-secret' } as const)
    : rotatedAt === undefined
      ? ({ kind: 'rotate' } as const)
      : ({ kind: 'change-application', what: 'secret' } as const);
  const args = { ...namesIn(look), ...(rotatedAt !== undefined && { moment: rotatedAt }) };
  if (symptoms.length > 0)
    return found(rotatedAt === undefined || moment === undefined ? 'likely' : 'certain', next, {
      args,
      symptoms,
    });
  if (rotatedAt !== undefined && daysBetween(rotatedAt, now) <= NEWS_DAYS)
    return found('possible', next, { args });
  return facts.secret.kind === 'known' ? notLooked('application') : unread(facts, 'secret');
};

function daysBetween(moment: string, now: Date): number {
  return (now.getTime() - Date.parse(moment)) / 86_400_000;
}

import { implicitGrantEnds, implicitGrantStage } from '../../clients/frameworkNeeds.ts';
import { isKnownGrantType } from '../../clients/usable.ts';
import type { Args } from '../answer.ts';
import {
  apiErrors,
  findingOf,
  type Look,
  likelyUse,
  namesIn,
  ownRequests,
  refusals,
  symptomsOf,
} from '../look.ts';
import type { LoginRequest, Symptom } from '../symptom.ts';
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

const CHANGE_GRANT = { kind: 'edit', page: 'grant-type' } as const;

/** How a login host says that a client may not be used in this way (RFC 6749, 4.2.2.1 and 5.2). */
function refusedGrants(look: Look): readonly Symptom[] {
  return refusals(look, ['unauthorized_client', 'unsupported_grant_type', 'unsupported_response_type']);
}

/**
 * The implicit grant, which Genesys withdraws. The sources disagree on the date (Genesys facts 8.2), so that it is never
 * certain, whatever the day is.
 */
export const grantWithdrawn: Rule = (look) => {
  const { client, facts, now } = look;
  const refusedNew = apiErrors(look, ['bad.grant.type']);
  const symptoms = [...refusedGrants(look), ...refusedNew];
  const month = implicitGrantEnds.existingClientsEnd;
  if (client === undefined) {
    const asksImplicit = ownRequests(look).some(({ responseType }) => responseType === 'token');
    if (refusedNew.length > 0 || (asksImplicit && symptoms.length > 0))
      return found('possible', { kind: 'change-application', what: 'grant' }, { args: { month }, symptoms });
    return unread(facts, 'client');
  }
  if (client.authorizedGrantType !== 'TOKEN') return NOT_HERE;
  const stage = implicitGrantStage(now.toISOString().slice(0, 10));
  const lack = look.lacks.find(({ code }) => code === 'implicit-grant-ending');
  const finding = lack && findingOf(look, lack);
  const args = { ...namesIn(look), month };
  if (symptoms.length > 0 && !asksOtherwise(look))
    return found('likely', CHANGE_GRANT, { args, symptoms, finding });
  return stage === 'ended' ? found('possible', CHANGE_GRANT, { args, finding }) : inOrder({ month });
};

/** Whether a request asks for something else than an implicit client gives. */
function asksOtherwise(look: Look): boolean {
  return ownRequests(look).some((request) => (grantAsked(request) ?? 'TOKEN') !== 'TOKEN');
}

/** A grant type that does not go with how the client is used (procedure rule E3, Genesys facts 1.2). */
export const grantUnsuited: Rule = (look) => {
  const { client, facts } = look;
  const onlyPeople = apiErrors(look, ['not.a.user']);
  const symptoms = [...refusedGrants(look), ...onlyPeople];
  const grant = client?.authorizedGrantType;
  if (client === undefined || grant === undefined) {
    // The answer itself says who called.
    if (onlyPeople.length > 0) return asksForPerson(namesIn(look), onlyPeople);
    if (symptoms.length > 0)
      return found('likely', { kind: 'change-application', what: 'grant' }, { symptoms });
    return client === undefined ? unread(facts, 'client') : notLooked('application');
  }
  const args = { ...namesIn(look), grant };
  if (grant === 'CLIENT-CREDENTIALS' && onlyPeople.length > 0) return asksForPerson(args, onlyPeople);
  return asksForAnother(look, grant, symptoms) ?? suitsSubject(look, grant, symptoms) ?? inOrder({ grant });
};

/** A call that only the token of a person opens, by a client that calls as itself. */
function asksForPerson(args: Args, symptoms: readonly Symptom[]): Verdict {
  const next = { kind: 'change-application', what: 'grant' } as const;
  return found('certain', next, { args: { ...args, asked: 'person' }, symptoms });
}

/** A request in the text that this grant type never answers. */
function asksForAnother(look: Look, grant: string, symptoms: readonly Symptom[]): Verdict | undefined {
  if (!isKnownGrantType(grant)) return undefined;
  const asked = ownRequests(look)
    .map(grantAsked)
    .find((each) => each !== undefined && each !== grant);
  if (asked === undefined) return undefined;
  const args = { ...namesIn(look), grant, asked };
  return found(
    symptoms.length > 0 ? 'certain' : 'likely',
    { kind: 'change-application', what: 'grant' },
    {
      args,
      symptoms,
    },
  );
}

function suitsSubject(look: Look, grant: string, symptoms: readonly Symptom[]): Verdict | undefined {
  const { subject, lacks } = look;
  const args = { ...namesIn(look), grant };
  const lack = lacks.find(({ code }) => code === 'client-wrong-grant');
  if (lack !== undefined) {
    const finding = findingOf(look, lack);
    const sure = { args: { ...args, ...likelyUse(look, finding) }, symptoms, finding };
    return found(certaintyOf(look, finding), CHANGE_GRANT, sure);
  }
  if (subject.kind === 'scim' && grant !== 'CLIENT-CREDENTIALS')
    return found(
      'likely',
      { kind: 'create-client' },
      { args: { ...args, asked: 'CLIENT-CREDENTIALS' }, symptoms },
    );
  if (isKnownGrantType(grant)) return undefined;
  return found('possible', { kind: 'open-admin-page', page: 'client' }, { args, symptoms });
}

/** The grant type that a request goes with; undefined where it does not say, or renews a token. */
function grantAsked({ responseType, grantType }: LoginRequest): string | undefined {
  if (responseType === 'code') return 'CODE';
  if (responseType === 'token') return 'TOKEN';
  switch (grantType) {
    case 'authorization_code':
      return 'CODE';
    case 'client_credentials':
      return 'CLIENT-CREDENTIALS';
    case 'urn:ietf:params:oauth:grant-type:saml2-bearer':
      return 'SAML2-BEARER';
    default:
      return undefined;
  }
}

/** A code without the proof that PKCE wants of the application that asked for it (RFC 7636, 4.4.1 and 4.6). */
export const pkceWithoutVerifier: Rule = (look) => {
  const { client, facts, subject } = look;
  const named = symptomsOf(look, 'oauth-error', ({ description = '' }) => PKCE.test(description));
  const next = { kind: 'change-application', what: 'verifier' } as const;
  if (named.length > 0) return found('certain', next, { args: namesIn(look), symptoms: named });
  if (client?.authorizedGrantType !== undefined && client.authorizedGrantType !== 'CODE') return NOT_HERE;
  const refused = refusals(look, ['invalid_request', 'invalid_grant', 'invalid_client']);
  const without = ownRequests(look).some(
    ({ responseType, grantType, hasProof }) =>
      !hasProof && (responseType === 'code' || grantType === 'authorization_code'),
  );
  if (without && refused.length > 0) return found('likely', next, { args: namesIn(look), symptoms: refused });
  // The framework brings its own.
  if (subject.kind === 'framework' || subject.kind === 'scim') return NOT_HERE;
  if (client === undefined) return unread(facts, 'client');
  return notLooked('application');
};

const PKCE = /code[_ ]?(?:challenge|verifier)|\bpkce\b/i;

import { FRAMEWORK_DURATION_SECONDS } from '../../clients/frameworkNeeds.ts';
import { DEFAULT_DURATION_SECONDS } from '../../platform/oauthClients.ts';
import { apiErrors, type Look, namesIn, ownRequests, refusals, seen, symptomsOf } from '../look.ts';
import type { Symptom } from '../symptom.ts';
import { found, inOrder, NOT_HERE, notLooked, type Rule, unread } from '../verdict.ts';

const RENEW = { kind: 'change-application', what: 'token' } as const;

/** The API does not know the token any more: it ended, or somebody ended it. */
function refusedTokens(look: Look): readonly Symptom[] {
  return [
    ...symptomsOf(look, 'api-error', ({ status, code }) =>
      code === undefined ? status === 401 : code === 'bad.credentials',
    ),
    ...refusals(look, ['invalid_token']),
  ];
}

/** The token that an identity provider holds has ended, as the file says (procedure rule S6). */
export const scimTokenEnded: Rule = (look) => {
  const { subject } = look;
  if (subject.kind !== 'scim' || subject.tokenEndsAt === undefined) return NOT_HERE;
  const { tokenEndsAt: moment, provider, practice } = subject;
  const end = new Date(moment);
  if (Number.isNaN(end.getTime())) return notLooked('application');
  // No identity provider holds one of a practice org.
  const args = practice ? { practice: 'yes', moment } : { provider, moment };
  if (end.getTime() > look.now.getTime()) return inOrder(args);
  return found(
    'certain',
    { kind: 'make-scim-token', ...(practice && { practice }) },
    {
      args,
      symptoms: refusedTokens(look),
      finding: { code: 'token-expired', severity: practice ? 'information' : 'error', args },
    },
  );
};

/** A token that has ended. When it was made only its holder knows, so that an answer which refuses it has to tell. */
export const tokenEnded: Rule = (look) => {
  const { client, subject, now } = look;
  const symptoms = endedSigns(look);
  const lasts = client?.accessTokenValiditySeconds ?? (client && DEFAULT_DURATION_SECONDS);
  const args = { ...namesIn(look), ...(lasts !== undefined && { lasts }) };
  const without = apiErrors(look, ['authentication.required']);
  if (without.length > 0)
    return found('likely', RENEW, { args: { ...args, without: 'yes' }, symptoms: without });
  if (subject.kind === 'scim' && subject.tokenEndsAt !== undefined) {
    // That token is another cause.
    if (symptoms.length === 0 || Date.parse(subject.tokenEndsAt) <= now.getTime()) return NOT_HERE;
  }
  if (symptoms.length === 0) return notLooked('error-text');
  const next = isShort(look, lasts) && refusedTokens(look).length === 0 ? LAST_LONGER : RENEW;
  return found(endsIdleTokens(look) ? 'possible' : 'likely', next, { args, symptoms });
};

const LAST_LONGER = { kind: 'edit', page: 'details' } as const;

/** Whether the tokens that agents log in with end within their working day (procedure rule E2). */
function isShort({ subject }: Look, lasts: number | undefined): boolean {
  return subject.kind === 'framework' && lasts !== undefined && lasts < FRAMEWORK_DURATION_SECONDS;
}

/** Whether the organization ends tokens that nobody uses, which explains better why one is refused. */
function endsIdleTokens({ facts: { hipaa, inactivityTimeout } }: Look): boolean {
  return (
    (hipaa.kind === 'known' && hipaa.value) ||
    (inactivityTimeout.kind === 'known' && inactivityTimeout.value !== undefined)
  );
}

/** HIPAA ends tokens after 15 idle minutes, also those of OAuth clients (Genesys facts 8.1). */
export const hipaaTimeout: Rule = (look) => {
  const { hipaa } = look.facts;
  if (hipaa.kind !== 'known') return unread(look.facts, 'hipaa');
  if (!hipaa.value) return inOrder();
  const symptoms = endedSigns(look);
  return found(symptoms.length > 0 ? 'likely' : 'possible', RENEW, {
    args: { ...namesIn(look), lasts: HIPAA_SECONDS },
    symptoms,
  });
};

const HIPAA_SECONDS = 900;

/** Tokens end after so long without a call, and `CODE` clients get none to renew them by (Genesys facts 12). */
export const inactivityTimeout: Rule = (look) => {
  const { inactivityTimeout: timeout } = look.facts;
  if (timeout.kind !== 'known') return unread(look.facts, 'inactivityTimeout');
  if (timeout.value === undefined) return inOrder();
  const symptoms = endedSigns(look);
  return found(symptoms.length > 0 ? 'likely' : 'possible', RENEW, {
    args: { ...namesIn(look), lasts: timeout.value },
    symptoms,
  });
};

/** The token is not taken any more, or people notice that they are logged out. */
function endedSigns(look: Look): readonly Symptom[] {
  return [...refusedTokens(look), ...seen(look, 'logged-out-after-a-while')];
}

/** A login that gives no token to renew the other one by, or one that is refused (Genesys facts 6.2). */
export const noRefreshToken: Rule = (look) => {
  const { client, facts } = look;
  const grant = client?.authorizedGrantType;
  if (grant !== undefined && grant !== 'CODE') return NOT_HERE;
  // Whoever calls as itself gets none, and needs none.
  const isAsItself = ownRequests(look).some(({ grantType }) => grantType === 'client_credentials');
  const without = isAsItself
    ? []
    : symptomsOf(look, 'token-answer', ({ hasRefreshToken }) => !hasRefreshToken);
  const refused = refusals(look, ['invalid_grant', 'invalid_request'], /refresh/i);
  const next = { kind: 'change-application', what: 'refresh' } as const;
  const timeout = facts.inactivityTimeout.kind === 'known' ? facts.inactivityTimeout.value : undefined;
  const args = { ...namesIn(look), ...(timeout !== undefined && { lasts: timeout }) };
  if (without.length > 0)
    return found(grant === 'CODE' ? 'certain' : 'likely', next, { args, symptoms: without });
  if (refused.length > 0)
    return found('likely', next, { args: { ...args, refused: 'yes' }, symptoms: refused });
  if (client === undefined) return unread(facts, 'client');
  return notLooked('application');
};

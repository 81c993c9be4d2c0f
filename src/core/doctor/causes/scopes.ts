import { coversScope } from '../../clients/forFramework.ts';
import { speaksForItself } from '../../clients/usable.ts';
import { apiErrors, findingOf, type Look, namesIn, refusals } from '../look.ts';
import type { Symptom } from '../symptom.ts';
import { found, inOrder, NOT_HERE, notLooked, type Rule, unread } from '../verdict.ts';

/** How a login host says that nobody has approved a client; in these words only by guess, because no source has them. */
function unapproved(look: Look): readonly Symptom[] {
  return refusals(look, ['access_denied', 'unauthorized_client', 'invalid_client'], NOT_APPROVED);
}

const NOT_APPROVED = /not (?:been )?(?:approved|authori[sz]ed)|approval|unapproved/i;

/** A client that an administrator has yet to approve, or whose approval was taken back (Genesys facts 12). */
export const clientNotAuthorized: Rule = (look) => {
  const symptoms = unapproved(look);
  const next = { kind: 'open-admin-page', page: 'authorized-applications' } as const;
  const { authorization } = look.facts;
  if (authorization.kind !== 'known') {
    return symptoms.length > 0
      ? found('likely', next, { args: namesIn(look), symptoms })
      : unread(look.facts, 'authorization');
  }
  const { value } = authorization;
  if (value === undefined)
    return symptoms.length > 0 ? found('likely', next, { args: namesIn(look), symptoms }) : inOrder();
  if (value.state === 'Authorized' && !value.pending) return inOrder({ state: value.state });
  const args = { ...namesIn(look), state: value.state ?? '' };
  const alone = value.state === 'Revoked' ? 'likely' : 'possible';
  return found(symptoms.length > 0 ? 'certain' : alone, next, { args, symptoms });
};

/**
 * Scopes that the client has, and that nobody has approved since the organization enforces scopes; or an old client that
 * has none, and worked without until then. That the organization enforces them no API tells (Genesys facts 4, 12).
 */
export const scopesEnforced: Rule = (look) => {
  const { client, facts } = look;
  if (client === undefined) return unread(facts, 'client');
  if (speaksForItself(client)) return NOT_HERE;
  const given = client.scope ?? [];
  const refused = scopeErrors(look).filter(
    ({ scopes }) =>
      scopes.length > 0 && (given.length === 0 || scopes.every((each) => coversScope(given, each))),
  );
  const authorization = facts.authorization.kind === 'known' ? facts.authorization.value : undefined;
  const next = { kind: 'open-admin-page', page: 'authorized-applications' } as const;
  const unapprovedScopes =
    authorization?.state === 'Authorized'
      ? given.filter((each) => !coversScope(authorization.scopes, each))
      : [];
  if (refused.length > 0) {
    const scopes = refused.flatMap((each) => each.scopes);
    if (given.length === 0) {
      const args = { ...namesIn(look), scopes, none: 'yes' };
      return found('likely', { kind: 'edit', page: 'scopes' }, { args, symptoms: refused });
    }
    const isShown = scopes.some((each) => unapprovedScopes.includes(each));
    return found(isShown ? 'certain' : 'likely', next, {
      args: { ...namesIn(look), scopes },
      symptoms: refused,
    });
  }
  if (unapprovedScopes.length > 0)
    return found('possible', next, { args: { ...namesIn(look), scopes: unapprovedScopes } });
  if (authorization?.state === 'Authorized') return inOrder({ scopes: [...authorization.scopes] });
  return facts.authorization.kind === 'known' ? notLooked('admin-page') : unread(facts, 'authorization');
};

/** A scope that a call or the framework needs, and that the client does not have. */
export const scopeMissing: Rule = (look) => {
  const { client, facts } = look;
  const errors = scopeErrors(look);
  const asked = [...errors, ...refusals(look, ['invalid_scope'])];
  const named = [...new Set(errors.flatMap(({ scopes }) => scopes))];
  const edit = { kind: 'edit', page: 'scopes' } as const;
  const args = namesIn(look);
  if (client === undefined) {
    if (asked.length > 0) {
      const isSignedOut = facts.client.kind === 'not-asked' && facts.client.because === 'signed-out';
      const next = isSignedOut
        ? ({ kind: 'sign-in' } as const)
        : ({ kind: 'change-application', what: 'scopes' } as const);
      return found('likely', next, { args: { scopes: named }, symptoms: asked });
    }
    return unread(facts, 'client');
  }
  if (speaksForItself(client)) return NOT_HERE;
  const given = client.scope ?? [];
  const lacked = named.filter((each) => !coversScope(given, each));
  // A client without any may have worked for years: since when it does not, only its caller knows.
  if (lacked.length > 0)
    return found(given.length === 0 ? 'likely' : 'certain', edit, {
      args: { ...args, scopes: lacked },
      symptoms: asked,
    });
  // What was refused is there: somebody has to approve it.
  if (named.length > 0) return NOT_HERE;
  if (asked.length > 0) return found('likely', edit, { args: { ...args, scopes: [] }, symptoms: asked });
  const needed = scopesOfCalls(look).find((any) => any.every((each) => !coversScope(given, each)));
  if (needed !== undefined)
    return found('likely', edit, { args: { ...args, scopes: [...needed], any: 'yes' } });
  const lack = look.lacks.find(({ code }) => code === 'missing-scope');
  if (lack?.code === 'missing-scope')
    return found('possible', edit, {
      args: { ...args, scopes: [...lack.scopes] },
      finding: findingOf(look, lack),
    });
  return look.use === undefined && scopesOfCalls(look).length === 0 ? unread(facts, 'calls') : inOrder();
};

function scopeErrors(look: Look) {
  return apiErrors(look, ['app.not.authorized.for.scope']);
}

/** Of each call the scopes of which one is needed. */
function scopesOfCalls({ facts }: Look): readonly (readonly string[])[] {
  if (facts.calls.kind !== 'known') return [];
  return facts.calls.value.calls.uses
    .map(({ operation }) => operation.scopes ?? [])
    .filter((scopes) => scopes.length > 0);
}

import * as l10n from '@vscode/l10n';
import { activated } from '../../core/clients/change.ts';
import type { ClientBody } from '../../core/platform/clientRecord.ts';
import type { Draft, EditedClient } from '../../core/procedures/draft.ts';
import { answersOfClient } from '../../core/procedures/edited.ts';
import type { LoadedAccess } from '../../core/procedures/loadedOrg.ts';
import { listed } from '../../core/texts/sentences.ts';
import type { ClientChangeRequest } from './forms.ts';
import { chosenRoles, type Found, type NameFault } from './named.ts';
import { unsuited } from './newClientDraft.ts';

/** The answers about a client that exists that a request makes other; all else stays as it is. */
export function changeDraft(
  request: ClientChangeRequest,
  edits: EditedClient,
  access: LoadedAccess,
): Found<Draft> {
  const was = answersOfClient(edits);
  const grantType = request.grantType ?? was.grantType;
  const roles = request.roles && chosenRoles(request.roles, access, ['roles']);
  const faults = [
    ...(grantType === undefined ? [] : unsuited(request, grantType)),
    ...unclear(request),
    ...(roles === undefined || roles.ok ? [] : roles.faults),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const { name, description, tokenDurationSeconds } = request;
  const redirectUris = listOf(request.redirectUris, was.redirectUris.split('\n'), {
    added: request.addRedirectUris,
    removed: request.removeRedirectUris,
  });
  const scopes = listOf(request.scopes, was.scopes, {
    added: request.addScopes,
    removed: request.removeScopes,
  });
  return {
    ok: true,
    value: {
      edits,
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(tokenDurationSeconds !== undefined && { duration: String(tokenDurationSeconds) }),
      ...(request.grantType !== undefined && { grantType: request.grantType }),
      ...(redirectUris !== undefined && { redirectUris: redirectUris.join('\n') }),
      ...(scopes !== undefined && { scopes }),
      ...(roles?.ok && { roles: roles.value }),
    },
  };
}

/** Either all values are told, or what joins and leaves them. */
function unclear(request: ClientChangeRequest): readonly NameFault[] {
  return (['RedirectUris', 'Scopes'] as const).flatMap((what) => {
    const whole = what === 'Scopes' ? ('scopes' as const) : ('redirectUris' as const);
    const parts = ([`add${what}`, `remove${what}`] as const).filter((part) => request[part] !== undefined);
    if (request[whole] === undefined || parts.length === 0) return [];
    const message = l10n.t('{0} cannot stand beside {1}, which tells all values.', listed(parts), whole);
    return [{ path: [whole], message }];
  });
}

/** In the order there is, with what is new at the end; undefined where nothing is asked. */
function listOf(
  whole: readonly string[] | undefined,
  was: readonly string[],
  {
    added,
    removed,
  }: { readonly added: readonly string[] | undefined; readonly removed: readonly string[] | undefined },
): string[] | undefined {
  if (whole !== undefined) return [...whole];
  if (added === undefined && removed === undefined) return undefined;
  const kept = was.filter((each) => each !== '' && !removed?.includes(each));
  return [...kept, ...(added ?? []).filter((each) => !kept.includes(each))];
}

/** What is to be sent of a client that is to be in this state, and otherwise as `body` says. */
export function inState(body: ClientBody, state: ClientChangeRequest['state']): ClientBody {
  switch (state) {
    case undefined:
      return body;
    case 'active':
      return activated(body);
    case 'inactive':
      return { ...body, state };
  }
}

import { isActive } from '../clients/change.ts';
import { implicitGrantEnds } from '../clients/frameworkNeeds.ts';
import { dayOfDeletion } from '../clients/usable.ts';
import { ALL_DIVISIONS } from '../platform/authorization.ts';
import type { OAuthClient } from '../platform/oauthClients.ts';
import type { LoadedAccess } from '../procedures/loadedOrg.ts';
import { withMaskedTexts } from '../report/maskedTexts.ts';

/** A client in a row of a list. No secret is in it. */
export function clientRow(client: OAuthClient) {
  const { id, name, authorizedGrantType, dateCreated, createdBy } = client;
  return {
    id,
    name,
    grantType: authorizedGrantType,
    state: stateOf(client),
    created: dateCreated?.slice(0, 10),
    createdBy: createdBy?.name,
    ...attention(client),
  };
}

/** All that is known of a client, with its roles by name as far as they could be read. No secret is in it. */
export function clientView(client: OAuthClient, access: LoadedAccess | undefined) {
  const { description, registeredRedirectUri, scope, roleDivisions, accessTokenValiditySeconds } =
    withMaskedTexts(client);
  return {
    ...clientRow(client),
    description: description ?? undefined,
    tokenSeconds: accessTokenValiditySeconds,
    redirectUris: registeredRedirectUri ?? undefined,
    scopes: scope ?? undefined,
    roles: roleDivisions?.map(({ roleId, divisionId }) => ({
      role: nameIn(access?.roles, roleId),
      division: divisionId === ALL_DIVISIONS ? 'all divisions' : nameIn(access?.divisions, divisionId),
    })),
  };
}

function nameIn(list: LoadedAccess['roles'] | LoadedAccess['divisions'] | undefined, id: string): string {
  if (list?.kind !== 'known') return id;
  const entries: readonly { readonly id: string; readonly name: string }[] = list.value;
  return entries.find((entry) => entry.id === id)?.name ?? id;
}

function stateOf(client: OAuthClient): string {
  return isActive(client) ? 'active' : (client.state ?? 'active');
}

function attention(client: OAuthClient): { readonly attention?: readonly string[] } {
  const deletion = dayOfDeletion(client);
  const found = [
    ...(client.authorizedGrantType === 'TOKEN'
      ? [`The implicit grant is withdrawn: existing clients end in ${implicitGrantEnds.existingClientsEnd}.`]
      : []),
    ...(deletion === undefined ? [] : [`It is deleted by itself on ${deletion.slice(0, 10)}.`]),
  ];
  return found.length === 0 ? {} : { attention: found };
}

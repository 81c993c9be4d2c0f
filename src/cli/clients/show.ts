import { concernsOf } from '../../core/clients/concerns.ts';
import { listDivisions, listRoles } from '../../core/platform/authorization.ts';
import { type LastUse, readLastUse } from '../../core/platform/lastUse.ts';
import type { OAuthClient } from '../../core/platform/oauthClients.ts';
import {
  clientGrantText,
  clientPlaceLines,
  clientStateName,
  fieldName,
  memberText,
  type RoleNames,
  valueText,
} from '../../core/texts/clientFields.ts';
import { concernText, useText } from '../../core/texts/clientList.ts';
import { clientName } from '../../core/texts/clientName.ts';
import { textOrJson, writeJson, writeLines } from '../answer.ts';
import type { Run } from '../commandLine.ts';
import { EXIT } from '../io.ts';
import { withOrgs } from '../orgs/orgs.ts';
import { type ClientThere, clientMeant, clientsOf, clientWord, orgJson, reckoningIn } from './orgClients.ts';

/** `genesys-oauth clients show CLIENT`: one client, with the names of its roles and when it was last used. */
export const showCommand: Run = async (asked) => {
  const form = textOrJson(asked);
  const word = clientWord(asked);
  return await withOrgs(asked, async ({ orgs, notOpened, clocks }, signal) => {
    const there = clientMeant(clientsOf(orgs, asked.io), word);
    const { client, org } = there;
    const { connection } = org.open;
    const [use, names] = await Promise.all([
      readLastUse(connection, client.id, signal),
      namesIn(there, signal),
    ]);
    const lastUse: LastUse | { kind: 'untold' } = use.ok ? use.value : { kind: 'untold' };
    const reckoning = reckoningIn(org, asked.io, clocks);
    const concerns = concernsOf(client, [], reckoning).map((each) =>
      concernText(each, reckoning.now, asked.language),
    );
    if (form === 'json') {
      writeJson(
        asked,
        {
          ...orgJson(org),
          readAt: org.readAt,
          client,
          roles: rolesOf(client, names),
          lastUse,
          concerns,
        },
        notOpened,
      );
    } else {
      const used = useText(lastUse, reckoning.now, asked.language);
      writeLines(asked, [
        clientName(client),
        ...clientPlaceLines(client.id, org),
        ...fieldLines(client, names, asked.language),
        ...(used === '' ? [] : [used]),
        ...concerns,
      ]);
    }
    return EXIT.fine;
  });
};

/** What the roles and divisions of a client are called; an ID where that may not be read. */
async function namesIn({ client, org }: ClientThere, signal: AbortSignal): Promise<RoleNames> {
  if ((client.roleDivisions ?? []).length === 0) return { role: (id) => id, division: (id) => id };
  const { connection } = org.open;
  const [roles, divisions] = await Promise.all([
    listRoles(connection, signal),
    listDivisions(connection, signal),
  ]);
  const nameIn = (all: readonly { id: string; name: string }[]) => (id: string) =>
    all.find((each) => each.id === id)?.name ?? id;
  return { role: nameIn(roles.ok ? roles.value : []), division: nameIn(divisions.ok ? divisions.value : []) };
}

function rolesOf({ roleDivisions }: OAuthClient, names: RoleNames) {
  return (roleDivisions ?? []).map(({ roleId, divisionId }) => ({
    roleId,
    role: names.role(roleId),
    divisionId,
    division: names.division(divisionId),
  }));
}

function fieldLines(client: OAuthClient, names: RoleNames, language: string): readonly string[] {
  const { description, accessTokenValiditySeconds: seconds, registeredRedirectUri, scope, state } = client;
  const line = (field: string, text: string) => `${fieldName(field)}: ${text}`;
  const list = (field: string, members: readonly string[] | null | undefined) =>
    (members ?? []).map((member) => line(field, memberText(field, member, names)));
  return [
    ...((description ?? '') === '' ? [] : [line('description', description ?? '')]),
    line('authorizedGrantType', clientGrantText(client, language)),
    line('state', clientStateName(state)),
    ...(seconds === undefined
      ? []
      : [line('accessTokenValiditySeconds', valueText('accessTokenValiditySeconds', String(seconds)))]),
    ...list('registeredRedirectUri', registeredRedirectUri),
    ...list('scope', scope),
    ...list(
      'roleDivisions',
      client.roleDivisions?.map((pair) => JSON.stringify(pair)),
    ),
  ];
}

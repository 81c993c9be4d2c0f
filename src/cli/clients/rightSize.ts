import { madeWithin } from '../../core/clients/age.ts';
import { speaksForItself } from '../../core/clients/usable.ts';
import { getOwnGrants, listRoles } from '../../core/platform/authorization.ts';
import { CALLED_DAYS, readCalledEndpoints } from '../../core/platform/calledEndpoints.ts';
import { indexOperations } from '../../core/privileges/findOperations.ts';
import { resized, rightSize } from '../../core/privileges/rightSize.ts';
import { sizedClient } from '../../core/privileges/sizedClient.ts';
import { clientName } from '../../core/texts/clientName.ts';
import {
  excessWords,
  nothingToTakeText,
  rightSizeWords,
  tooEarlyText,
  unreadCallsText,
} from '../../core/texts/rightSize.ts';
import { inOneText } from '../../core/texts/sentences.ts';
import { textOrJson, writeJson, writeLines } from '../answer.ts';
import { CommandFailure, type Run } from '../commandLine.ts';
import { EXIT } from '../io.ts';
import { withOrgs } from '../orgs/orgs.ts';
import { describedApi } from '../privileges/apiDescription.ts';
import { clientMeant, clientsOf, clientWord, orgJson } from './orgClients.ts';

/** `genesys-oauth clients right-size CLIENT`: what a client may do that none of its calls of the last days needed. Changes nothing. */
export const rightSizeCommand: Run = async (asked) => {
  const form = textOrJson(asked);
  const word = clientWord(asked);
  const { language } = asked;
  return await withOrgs(asked, async ({ orgs, notOpened }, signal) => {
    const { client, org } = clientMeant(clientsOf(orgs, asked.io), word);
    const { connection } = org.open;
    const hasRoles = speaksForItself(client);
    const rights = hasRoles ? (client.roleDivisions ?? []) : (client.scope ?? []);
    const [calls, roles, grants] = await Promise.all([
      readCalledEndpoints(connection, client.id, signal),
      listRoles(connection, signal),
      getOwnGrants(connection, signal),
    ]);
    if (!calls.ok) {
      const { what, why, next } = unreadCallsText(client, calls.error);
      throw new CommandFailure(inOneText([what, why, next]));
    }
    const described = await describedApi(asked, connection.apiUrl, signal);
    const { operations } = described.description;
    const held = grants.ok ? { roleIds: new Set(grants.value.map(({ role }) => role.id)) } : undefined;
    const all = roles.ok ? roles.value : [];
    const sized = sizedClient(client, new Map(all.map((role) => [role.id, role])));
    const size = rightSize(sized, calls.value, indexOperations(operations), { operations, roles: all, held });
    const excesses = size.kind === 'compared' ? size.excesses : [];
    const now = new Date();
    const madeAt = madeWithin(CALLED_DAYS, client, now);
    const isYoung = madeAt !== undefined;
    const words = rightSizeWords(size, client, sized.callsAs, language, isYoung);
    const early = isYoung ? [tooEarlyText(client, madeAt, now.getTime(), language)] : [];
    const sentences =
      rights.length === 0 ? [nothingToTakeText(client)] : [...early, ...words.known, ...words.doubts];
    const remarks = [...described.remarks, ...sentences];
    const told =
      size.kind === 'compared'
        ? excessWords(size, language, isYoung).map(({ excess, ...words }) => ({
            kind: excess.kind,
            ...words,
          }))
        : [];
    if (form === 'json')
      writeJson(
        asked,
        {
          ...orgJson(org),
          clientId: client.id,
          name: client.name,
          outcome: rights.length === 0 ? 'nothing-to-take' : isYoung ? 'too-early' : size.kind,
          excesses: told,
          ...(excesses.length > 0 && !isYoung && { left: resized(sized, excesses) }),
          remarks,
        },
        notOpened,
      );
    else
      writeLines(asked, [
        clientName(client),
        ...told.flatMap(({ right, change, reason }) => [`  ${right}: ${change}`, `      ${reason}`]),
        ...remarks,
      ]);
    if ((isYoung && rights.length > 0) || size.kind === 'only-unknown') return EXIT.notChecked;
    return excesses.length > 0 ? EXIT.failed : EXIT.fine;
  });
};

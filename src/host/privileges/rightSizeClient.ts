import * as l10n from '@vscode/l10n';
import { madeWithin } from '../../core/clients/age.ts';
import { lackedBy } from '../../core/clients/rights.ts';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { getOwnGrants, listRoles, type Role } from '../../core/platform/authorization.ts';
import {
  CALLED_DAYS,
  type CalledEndpoints,
  readCalledEndpoints,
} from '../../core/platform/calledEndpoints.ts';
import { type ClientRecord, clientOf } from '../../core/platform/clientRecord.ts';
import type { Result } from '../../core/platform/errors.ts';
import { indexOperations } from '../../core/privileges/findOperations.ts';
import type { CallsAs } from '../../core/privileges/needs.ts';
import {
  type Excess,
  type RightSize,
  resized,
  rightSize,
  type SizedClient,
} from '../../core/privileges/rightSize.ts';
import type { RolesOfOrg, SizedRole } from '../../core/privileges/rightSizeRoles.ts';
import { sizedForPeople, sizedRole } from '../../core/privileges/sizedClient.ts';
import type { ChosenRole } from '../../core/procedures/draft.ts';
import { answersOfClient } from '../../core/procedures/edited.ts';
import { asksForRoles } from '../../core/procedures/grantTypes.ts';
import { accessRequest } from '../../core/texts/accessRequest.ts';
import { clientName } from '../../core/texts/clientName.ts';
import {
  excessWords,
  nothingCalledText,
  nothingToTakeText,
  rightSizeWords,
  tooEarlyText,
  unreadCallsText,
} from '../../core/texts/rightSize.ts';
import type { ClientToEdit } from '../../core/wizard/editDraft.ts';
import { readToEdit } from '../clients/editClient.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import type { Choice } from '../ui/askOneOf.ts';
import { describedApi } from './describedApi.ts';

type Means = Pick<Services, 'connections' | 'dialogs' | 'operations' | 'orgClients'>;

/** What the org tells of a client: what it called, and of one with roles what they hold and what one can give. */
type Told = {
  readonly apiUrl: string;
  readonly calls: CalledEndpoints;
  readonly roles: readonly Role[];
  readonly held: RolesOfOrg['held'];
};

/**
 * Holds what a client may do against what it called, lets the person choose what of the excess to change, and opens the
 * wizard at the review of that. Where nothing can be said, or nothing is in excess, that is told.
 */
export async function rightSizeClient(
  means: Means,
  found: FoundClient,
  open: (client: ClientToEdit) => Promise<void>,
): Promise<void> {
  const { dialogs } = means;
  const edited = await readToEdit(means, found);
  if (edited === undefined) return;
  const { record } = edited;
  const { grantType, scopes, roles } = answersOfClient(edited);
  const hasRoles = grantType !== undefined && asksForRoles(grantType);
  if ((hasRoles ? roles : scopes).length === 0) return dialogs.tell(nothingToTakeText(record));
  const isYoung = madeWithin(CALLED_DAYS, clientOf(record), new Date()) !== undefined;
  if (isYoung && !(await isWantedAnyway(dialogs, record))) return;
  const told = await askOrg(means, found, hasRoles);
  if (told === undefined) return;
  if (!isYoung && told.calls.endpoints.length === 0 && !told.calls.hasMore)
    return dialogs.tell(nothingCalledText(record));
  const described = await describedApi(means, told.apiUrl);
  if (described === undefined) return;
  const client: SizedClient = hasRoles
    ? { callsAs: 'client', roles: withRoles(roles, told.roles) }
    : sizedForPeople(clientOf(record));
  const { operations } = described.description;
  const size = rightSize(client, told.calls, indexOperations(operations), { ...told, operations });
  for (const remark of described.remarks) dialogs.warn(remark);
  const taken = await askWhat(means, record, client.callsAs, size, isYoung);
  if (taken === undefined || taken.length === 0) return;
  await open({ ...edited, answers: resized(client, taken) });
}

/** Of a young client it is too early to tell what it does not need; what it has not used so far is shown to whoever asks. */
async function isWantedAnyway(dialogs: Means['dialogs'], record: ClientRecord): Promise<boolean> {
  const { dateCreated = '' } = clientOf(record);
  const text = tooEarlyText(record, dateCreated, Date.now(), textLanguage());
  return await dialogs.offer(text, l10n.t('Show What It Has Not Used So Far'));
}

/** Undefined when cancelled, or after the person was told why it cannot be read. */
async function askOrg(
  { connections, dialogs }: Means,
  { org, client }: FoundClient,
  hasRoles: boolean,
): Promise<Told | undefined> {
  const answer = await dialogs.progress(
    l10n.t('Asking what the client called in the last {0} days…', CALLED_DAYS),
    async (signal): Promise<Result<Told>> =>
      await connections.call(org.account, async (to) => {
        const [calls, roles, grants] = await Promise.all([
          readCalledEndpoints(to, client.id, signal),
          hasRoles ? listRoles(to, signal) : NO_ROLES,
          hasRoles ? getOwnGrants(to, signal) : undefined,
        ]);
        if (!calls.ok) return calls;
        if (!roles.ok) return roles;
        const held = grants?.ok ? { roleIds: new Set(grants.value.map(({ role }) => role.id)) } : undefined;
        return { ok: true, value: { apiUrl: to.apiUrl, calls: calls.value, roles: roles.value, held } };
      }),
  );
  if (answer.ok) return answer.value;
  const { error } = answer;
  if (error.kind === 'cancelled') return undefined;
  const lacks = lackedBy(error);
  const asked = { id: client.id, name: client.name, orgName: org.orgName, region: org.region };
  dialogs.fail({
    ...unreadCallsText(client, error),
    ...(lacks && { request: accessRequest(lacks, asked) }),
  });
  return undefined;
}

const NO_ROLES: Result<Role[]> = { ok: true, value: [] };

function withRoles(chosen: readonly ChosenRole[], ofOrg: readonly Role[]): SizedRole[] {
  const byId = new Map(ofOrg.map((role) => [role.id, role]));
  return chosen.map((each) => sizedRole(each, byId));
}

/** What the person ticks of it; nothing is ticked before. Undefined where there is nothing to choose, which is told. */
async function askWhat(
  { dialogs }: Means,
  client: ClientRecord,
  callsAs: CallsAs,
  size: RightSize,
  isYoung: boolean,
): Promise<readonly Excess[] | undefined> {
  const language = textLanguage();
  const { known, doubts } = rightSizeWords(size, client, callsAs, language, isYoung);
  for (const text of known) dialogs.tell(text);
  for (const text of doubts) dialogs.warn(text);
  if (size.kind !== 'compared' || size.excesses.length === 0) return undefined;
  const question = {
    title: l10n.t('Right-size the client "{0}"', clientName(client)),
    placeholder: l10n.t('Tick what to change. You see the whole change before it is saved.'),
  };
  return await dialogs.chooseSome(
    question,
    excessWords(size, language, isYoung).map(
      ({ excess, right, change, reason }): Choice<Excess> => ({
        label: right,
        description: change,
        detail: reason,
        value: excess,
      }),
    ),
  );
}

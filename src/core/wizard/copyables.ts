import { type ExportFormat, exportAs } from '../export/exportAs.ts';
import { isPracticeSetting, practiceSettingText } from '../export/practiceTools.ts';
import { readyLines } from '../framework/newFile.ts';
import { type Saved, usableClient } from '../operations/run.ts';
import { type AdminPageField, adminPageFields, signInClient } from '../procedures/adminPage.ts';
import { newRoleOf } from '../procedures/clientSteps.ts';
import { orgOf } from '../procedures/context.ts';
import type { Answers, ProcedureId } from '../procedures/draft.ts';
import { frameworkRegions } from '../procedures/frameworkRegions.ts';
import { answersOf, procedures } from '../procedures/index.ts';
import { lackedForRole, roleRequestOf, withNewRole } from '../procedures/newRole.ts';
import { providerUrls } from '../scim/providers.ts';
import { newRoleRequest } from '../texts/accessRequest.ts';
import { stopText } from '../texts/failures.ts';
import { practiceClientText } from '../texts/practiceOrg.ts';
import type { Copyable } from './messages.ts';
import type { ClipboardPort, TellPage } from './ports.ts';
import { placeNow, savedWith } from './saved.ts';
import { regionPreparedHere, type WizardState } from './state.ts';

/** Where secrets are, which only the clipboard ever gets. */
export type Secrets = {
  secretOf(clientId: string, place: Saved['place']): Promise<string | undefined>;
  tokenOf(clientId: string): Promise<string | undefined>;
};

/** Puts something on the clipboard; the page learns only that it is there. */
export async function copy(
  what: Copyable | ExportFormat,
  text: string | undefined,
  clipboard: ClipboardPort,
  page: { tell: TellPage },
): Promise<void> {
  if (text === undefined) return;
  const isSecret = what === 'client-secret' || what === 'scim-token';
  await (isSecret ? clipboard.writeSecret(text) : clipboard.write(text));
  page.tell({ type: 'copied', what });
}

/** What the page named, for the clipboard; undefined while there is nothing to copy. */
export async function textOf(
  what: Copyable,
  state: WizardState,
  secrets: Secrets,
): Promise<string | undefined> {
  const { run } = state;
  const client = usableClient(run);
  if (isPracticeSetting(what))
    return state.guide?.kind === 'running' ? practiceSettingText(what, state.guide) : undefined;
  switch (what) {
    case 'client-id':
      // One that nobody can use is still to be found by it.
      return run?.kind === 'stopped' ? run.client?.id : client?.id;
    case 'client-secret':
      return client === undefined || run === null
        ? undefined
        : await secrets.secretOf(client.id, run.saved.place);
    case 'ready-line':
      return client === undefined || run === null ? undefined : readyText(run.saved, client.id);
    case 'details':
      return run?.kind === 'stopped' ? stopText(run).details.join('\n') : undefined;
    case 'role-request':
      return roleRequestText(state);
    case 'scim-token':
      return client === undefined ? undefined : await secrets.tokenOf(client.id);
    case 'scim-base-url':
      return providerUrlsOf(state)?.scimBaseUrl;
    case 'token-url':
      return providerUrlsOf(state)?.tokenUrl;
    case 'authorization-url':
      return providerUrlsOf(state)?.authorizationUrl;
    case 'admin-name':
      return adminPageText('name', state);
    case 'admin-description':
      return adminPageText('description', state);
    case 'admin-duration':
      return adminPageText('duration', state);
    case 'admin-roles':
      return adminPageText('roles', state);
    case 'admin-divisions':
      return adminPageText('divisions', state);
    case 'admin-redirect-uris':
      return adminPageText('redirect-uris', state);
    case 'admin-scopes':
      return adminPageText('scopes', state);
  }
}

/**
 * A line for each region whose agents use the framework.js, under a comment where the client is one of the practice org;
 * undefined while no region is known (rule E7).
 */
export function readyText({ answers, place }: Saved, clientId: string): string | undefined {
  const regions = frameworkRegions(answers, place.region);
  if (regions.length === 0) return undefined;
  const remark = place.practice ? [`// ${practiceClientText()}`] : [];
  return [...remark, ...readyLines(regions, clientId)].join('\n');
}

/** A request for the role that is to be made of what was found, or for the right to make it. */
function roleRequestText({ memory: { procedure, draft }, context, needs }: WizardState): string | undefined {
  const org = orgOf(context);
  if (procedure === undefined || org === undefined) return undefined;
  const answers = answersOf(procedure, draft, context);
  const made = newRoleOf(answers);
  const found = needs.found?.callsAs === 'client' ? needs.found.permissions.first : undefined;
  const permissions = found ?? made?.permissions.map(({ permission }) => ({ permission, isHeld: undefined }));
  if (permissions === undefined) return undefined;
  return newRoleRequest({
    client: answers.name.trim(),
    orgName: org.name,
    region: org.region,
    lacked: lackedForRole(org),
    role: { name: (made?.name ?? answers.name).trim(), permissions },
  });
}

/** What to enter in a field of the admin page, for the client of the wizard or for the one to sign in with. */
function adminPageText(field: AdminPageField, state: WizardState): string | undefined {
  const { procedure, draft } = state.memory;
  const { context } = state;
  const fields =
    regionPreparedHere(state) !== undefined || procedure === undefined
      ? adminPageFields(signInClient())
      : adminPageFieldsOf(procedure, answersOf(procedure, draft, context));
  return fields.find((each) => each.field === field)?.lines.join('\n');
}

function adminPageFieldsOf(procedure: ProcedureId, answers: Answers): ReturnType<typeof adminPageFields> {
  const request = procedures[procedure].request(answers);
  return request === undefined ? [] : adminPageFields(request, answers);
}

/**
 * The request under Review, to be carried out elsewhere, or the client that was made of it, to be taken over there;
 * never with a secret.
 */
export function exportOf(
  format: ExportFormat,
  { memory: { procedure, draft }, context, run }: WizardState,
): string | undefined {
  if (procedure === undefined) return undefined;
  const saved = run?.saved ?? savedWith(procedure, answersOf(procedure, draft, context), context);
  if (saved?.place.org === undefined) return undefined;
  const request = procedures[saved.procedure].request(saved.answers);
  if (request === undefined) return undefined;
  const where = { ...placeNow(saved, context), clientId: usableClient(run)?.id };
  if (run?.role !== undefined) return exportAs(format, withNewRole(request, run.role.id), where);
  const newRole = newRoleOf(saved.answers);
  return exportAs(format, request, where, newRole && roleRequestOf(newRole));
}

/** The addresses that the identity provider of what was saved asks for. */
function providerUrlsOf({ run, context }: WizardState) {
  const provider = run?.saved.answers.provider;
  return run === null || provider === undefined
    ? undefined
    : providerUrls(provider, placeNow(run.saved, context));
}

import { bodyOf } from '../../core/clients/change.ts';
import { compareRecords } from '../../core/clients/difference.ts';
import type { Saved } from '../../core/operations/run.ts';
import { type ClientRecord, readClientRecord } from '../../core/platform/clientRecord.ts';
import type { PlatformError } from '../../core/platform/errors.ts';
import { CLIENTS_PATH } from '../../core/platform/oauthClients.ts';
import type { Access, Context } from '../../core/procedures/context.ts';
import type { Draft, ProcedureId } from '../../core/procedures/draft.ts';
import type { DraftFinding } from '../../core/procedures/draftFinding.ts';
import { answersOf, check, plan } from '../../core/procedures/index.ts';
import type { LoadedOrg } from '../../core/procedures/loadedOrg.ts';
import { loadAccess } from '../../core/procedures/loadOrg.ts';
import type { Plan } from '../../core/procedures/plan.ts';
import type { SecretTarget } from '../../core/procedures/secretTarget.ts';
import { contextIn } from '../../core/wizard/orgExcerpt.ts';
import { savedWith } from '../../core/wizard/saved.ts';
import type { OpenOrg } from '../orgs/openOrg.ts';
import { changeDraft, inState } from '../requests/changeDraft.ts';
import type { ClientChangeRequest, NewClientRequest } from '../requests/forms.ts';
import type { NameFault } from '../requests/named.ts';
import { newClientDraft } from '../requests/newClientDraft.ts';

/** What a request comes to in an org: what is wrong with it or worth knowing, and all that would be done. */
export type Prepared = {
  readonly org: LoadedOrg;
  readonly procedure: ProcedureId;
  readonly findings: readonly DraftFinding[];
  /** Undefined where a finding stands in its way; empty where nothing would change. */
  readonly plan: Plan | undefined;
  readonly saved: Saved | undefined;
  /** What the roles and divisions of the plan are called. */
  readonly access: Access;
};

/** Why it did not come to that. */
export type Preparation =
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  /** The request names what the org does not have. */
  | { readonly kind: 'unknown-names'; readonly org: LoadedOrg; readonly faults: readonly NameFault[] }
  /** The client that is to be changed. */
  | { readonly kind: 'unread'; readonly error: PlatformError };

type More = { readonly signal: AbortSignal; readonly now: Date };

/** What making a client as requested comes to. Sends nothing that changes anything. */
export async function prepareNewClient(
  open: OpenOrg,
  request: NewClientRequest,
  workspace: Context['workspace'],
  secretTarget: SecretTarget,
  more: More,
): Promise<Preparation> {
  const org = asksForAccess(request) ? await withAccess(open, more.signal) : open.org;
  const draft = newClientDraft(request, org, workspace);
  if (!draft.ok) return { kind: 'unknown-names', org, faults: draft.faults };
  const others = { workspace, secretTarget, now: more.now };
  return { kind: 'prepared', prepared: judged(org, request.procedure, draft.value, others) };
}

/** What changing a client as requested comes to. Sends nothing that changes anything. */
export async function prepareChange(
  open: OpenOrg,
  request: ClientChangeRequest,
  more: More,
): Promise<Preparation> {
  const [org, read] = await Promise.all([
    withAccess(open, more.signal),
    readClientRecord(open.connection, request.client, more.signal),
  ]);
  if (!read.ok) return { kind: 'unread', error: read.error };
  const { id: orgId, name: orgName, region, practice } = org;
  const edits = { orgId, orgName, region, practice, record: read.value };
  const draft = changeDraft(request, edits, org.access);
  if (!draft.ok) return { kind: 'unknown-names', org, faults: draft.faults };
  const prepared = judged(org, 'edit', draft.value, { now: more.now });
  return { kind: 'prepared', prepared: withState(prepared, read.value, request) };
}

/** Of a client that speaks for itself only; large orgs have thousands of roles. */
function asksForAccess(request: NewClientRequest): boolean {
  switch (request.procedure) {
    case 'general':
      return request.grantType === 'CLIENT-CREDENTIALS';
    case 'embeddable':
      return false;
    case 'scim':
      return true;
  }
}

async function withAccess({ connection, org }: OpenOrg, signal: AbortSignal): Promise<LoadedOrg> {
  return { ...org, access: await loadAccess(connection, signal) };
}

function judged(
  loaded: LoadedOrg,
  procedure: ProcedureId,
  draft: Draft,
  others: Parameters<typeof contextIn>[2],
): Prepared {
  const context = contextIn(loaded, { procedure, draft }, others);
  return {
    org: loaded,
    procedure,
    findings: check(procedure, draft, context),
    plan: plan(procedure, draft, context),
    saved: savedWith(procedure, answersOf(procedure, draft, context), context),
    access: context.destination.org.access,
  };
}

/** The state of a client is no answer of the wizard; it is sent with what is. */
function withState(
  prepared: Prepared,
  before: ClientRecord,
  { state }: Pick<ClientChangeRequest, 'state'>,
): Prepared {
  if (state === undefined || prepared.plan === undefined) return prepared;
  const [step] = prepared.plan;
  const body = inState(step?.kind === 'change-client' ? step.body : bodyOf(before), state);
  if (compareRecords(bodyOf(before), body).length === 0) return { ...prepared, plan: [] };
  const { name: orgName, apiUrl } = prepared.org;
  const url = `${apiUrl}${CLIENTS_PATH}/${before.id}`;
  return { ...prepared, plan: [{ kind: 'change-client', orgName, url, before, body }] };
}

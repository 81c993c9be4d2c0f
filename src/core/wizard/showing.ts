import { oauthAdminUrl } from '../platform/regions.ts';
import type { ClientPort, ShowPort, WorkspacePort } from './ports.ts';
import { orgOfSaved } from './saved.ts';
import { adminPageOf, type WizardState } from './state.ts';

/** Opens a file for the page: only one that the wizard itself has shown there. */
export async function openShownFile(
  { context, run }: WizardState,
  workspace: Pick<WorkspacePort, 'showFile'>,
  uri: string,
  line: number,
): Promise<void> {
  const shown = [...context.workspace.files, ...context.workspace.newFiles, ...(run?.plan ?? [])];
  if (shown.some((place) => 'uri' in place && place.uri === uri)) await workspace.showFile(uri, line);
}

/** Opens the page of the client that was saved, or looks for why nobody can log in with it, where it is in an org. */
export async function openClient(
  { run }: WizardState,
  clients: ClientPort,
  what: 'open' | 'findOutWhy',
): Promise<void> {
  const org = run === null ? undefined : orgOfSaved(run.saved);
  if (org !== undefined && run?.client !== undefined) await clients[what](org, run.client);
}

/** Has a calendar file saved with the end of the token that was made for the identity provider. */
export async function saveCalendar({ run }: WizardState, show: Pick<ShowPort, 'calendar'>): Promise<void> {
  if (run?.kind !== 'finished') return;
  const { place, answers } = run.saved;
  if (answers.provider === undefined) return;
  // A file has the ID in lower case when it is read.
  const clientId = run.client.id.toLowerCase();
  await show.calendar({ region: place.region, clientId, provider: answers.provider });
}

/** Opens the admin page that shows what the person is at; the practice org has none. */
export async function openAdminPage(state: WizardState, show: Pick<ShowPort, 'url'>): Promise<void> {
  const page = adminPageOf(state);
  if (page !== undefined && page !== 'practice') await show.url(oauthAdminUrl(page.region));
}

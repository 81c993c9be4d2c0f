import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import { DoctorAbout } from '../../core/doctorPage/messages.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { chooseAnyClient } from '../clientsView/chooseClients.ts';
import type { WorkspaceMentions } from '../clientsView/mentions.ts';
import type { Services } from '../services.ts';
import type { Session } from '../signIn/session.ts';
import { type Choice, type ListQuestion, separator } from '../ui/askOneOf.ts';
import { aboutClient, subjectsIn } from './subjects.ts';

type Written = Awaited<ReturnType<typeof subjectsIn>>[number];

export type AskTools = {
  readonly services: Pick<Services, 'dialogs' | 'orgClients' | 'sessions'>;
  readonly mentions: Pick<WorkspaceMentions, 'all'>;
  signIn(): Promise<Session | undefined>;
};

/** What is chosen: a place of the workspace, a client of an org, or what somebody sees. */
type Chosen = DoctorAbout | 'client';

const TEXT: DoctorAbout = { subject: { kind: 'text' } };

/**
 * Asks what a look is about; a link or a file says it already. Undefined when the person cancelled.
 *
 * @param given what VS Code gives the command, if anything
 */
export async function askSubject(tools: AskTools, given: unknown): Promise<DoctorAbout | undefined> {
  const about = DoctorAbout.safeParse(given).data;
  if (about !== undefined)
    return about.subject.kind === 'client' ? await askPlaceOf(tools, about, about.subject) : about;
  const { dialogs } = tools.services;
  const file = given instanceof vscode.Uri ? await subjectsIn(tools.mentions, given) : [];
  const [only, another] = file;
  if (only !== undefined && another === undefined) return { subject: only };
  const written = file.length > 0 ? file : await subjectsIn(tools.mentions);
  const chosen = await dialogs.choose<Chosen | undefined>(question(), [
    {
      label: l10n.t('What I see…'),
      detail: l10n.t('Paste an error page, its address, a JSON error, a HAR, a log line or a curl.'),
      value: TEXT,
    },
    { label: l10n.t('An OAuth client…'), value: 'client' },
    ...rowsOf(written, 'framework', 'framework.js'),
    ...rowsOf(written, 'scim', 'genesys-scim.json'),
  ]);
  if (chosen !== 'client') return chosen;
  const found = await chooseAnyClient(tools.services, tools.signIn);
  return found && (await askPlace(tools, found));
}

/** A client is looked at as one place of the workspace uses it; asks as which one, where there are several. */
export async function askPlace(
  { services, mentions }: Pick<AskTools, 'services' | 'mentions'>,
  found: FoundClient,
): Promise<DoctorAbout | undefined> {
  const alone = aboutClient(found);
  return await askPlaceOf({ services, mentions }, alone, alone.subject);
}

async function askPlaceOf(
  { services, mentions }: Pick<AskTools, 'services' | 'mentions'>,
  alone: DoctorAbout,
  client: { readonly region: string; readonly clientId: string },
): Promise<DoctorAbout | undefined> {
  const id = client.clientId.toLowerCase();
  const places = (await subjectsIn(mentions)).filter(
    ({ region, clientId }) => region === client.region && clientId.toLowerCase() === id,
  );
  const [only, another] = places;
  if (only === undefined) return alone;
  if (another === undefined) return { ...alone, subject: only };
  const rows = places.map((place): Choice<DoctorAbout> => {
    return { label: labelOf(place), value: { ...alone, subject: place } };
  });
  return await services.dialogs.choose(
    { ...question(), placeholder: l10n.t('As which place of the workspace uses it?') },
    [...rows, { label: l10n.t('The client by itself'), value: alone }],
  );
}

function question(): ListQuestion {
  return { title: l10n.t('Find out why a login or a call fails'), placeholder: l10n.t('What is it about?') };
}

function rowsOf(
  written: readonly Written[],
  kind: Written['kind'],
  name: string,
): Choice<DoctorAbout | undefined>[] {
  const rows = written.filter((each) => each.kind === kind);
  if (rows.length === 0) return [];
  return [
    separator(name),
    ...rows.map((subject) => ({
      label: labelOf(subject),
      description: subject.clientId,
      detail: placeOf(subject.region),
      value: { subject },
    })),
  ];
}

function labelOf({ path, line }: Written): string {
  return `${path}:${line}`;
}

import type * as vscode from 'vscode';
import type { Mention } from '../../core/clients/concerns.ts';
import { mentionKey, namedBy } from '../../core/clients/mentionsIn.ts';
import type { FoundClient } from '../../core/clients/whereabouts.ts';
import type { Subject } from '../../core/doctor/subject.ts';
import type { DoctorAbout } from '../../core/doctorPage/messages.ts';
import { clientName } from '../../core/texts/clientName.ts';
import type { WorkspaceMentions } from '../clientsView/mentions.ts';

type Named = { readonly region: string; readonly clientId: string };
type Mentions = Pick<WorkspaceMentions, 'all'>;
type Written = Extract<Subject, { readonly uri: string }>;

/** A place of the workspace that names a client, as what a look begins at. */
export function subjectAt({ region, clientId }: Named, mention: Mention): Written {
  const { uri, path, line } = mention;
  const place = { region, clientId, uri, path, line };
  switch (mention.kind) {
    case 'framework': {
      const { dedicatedLoginWindow, usePKCEAuthFlow } = mention.use;
      return { kind: 'framework', ...place, use: { dedicatedLoginWindow, usePKCEAuthFlow } };
    }
    case 'scim': {
      const { tokenEndsAt, tokenLifeSeconds, provider = '', practice = false } = mention;
      return {
        kind: 'scim',
        ...place,
        provider,
        practice,
        ...(tokenEndsAt !== undefined && { tokenEndsAt }),
        ...(tokenLifeSeconds !== undefined && { tokenLifeSeconds }),
      };
    }
  }
}

/** Every place of the workspace that names a client; with `uri`, those of that file. */
export async function subjectsIn(mentions: Mentions, uri?: vscode.Uri): Promise<readonly Written[]> {
  const all = [...(await mentions.all())].flatMap(([key, those]) =>
    those.map((mention) => subjectAt(namedBy(key), mention)),
  );
  return uri === undefined ? all : all.filter((each) => each.uri === uri.toString());
}

/** The same subject as the workspace has it now; as it was, where it is not found there any more. */
export async function subjectNow(mentions: Mentions, subject: Subject): Promise<Subject> {
  if (subject.kind !== 'framework' && subject.kind !== 'scim') return subject;
  const those = (await mentions.all()).get(mentionKey(subject.region, subject.clientId)) ?? [];
  const here = those.filter(({ kind, uri }) => kind === subject.kind && uri === subject.uri);
  const same = here.find(({ line }) => line === subject.line) ?? here[0];
  if (same === undefined) return subject;
  const now = subjectAt(subject, same);
  if (now.kind !== 'framework' || subject.kind !== 'framework') return now;
  // What a person said of it stands in no file.
  const { partner, site } = subject;
  return { ...now, ...(partner !== undefined && { partner }), ...(site !== undefined && { site }) };
}

/** A client that was read, without a place of the workspace. */
export function aboutClient({ org, client }: FoundClient) {
  const { region, practice } = org;
  const subject = { kind: 'client', clientId: client.id, region, practice } as const;
  return { subject, account: org.account, name: clientName(client) } satisfies DoctorAbout;
}

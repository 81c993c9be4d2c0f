import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Mention } from '../../core/clients/concerns.ts';
import { deletedHereAt } from '../../core/clients/history.ts';
import { isSaidToPractice } from '../../core/clients/mentions.ts';
import { meantBy } from '../../core/clients/whereabouts.ts';
import { readTokenEnds, type WrittenConnection } from '../../core/scim/connections.ts';
import { isProviderId } from '../../core/scim/providers.ts';
import { connectionOfDeletedText } from '../../core/texts/afterDeletion.ts';
import { momentText } from '../../core/texts/duration.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { providerName } from '../../core/texts/scim.ts';
import { subjectAt } from '../doctor/subjects.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { withCommand, withDoctor } from '../ui/commandLinks.ts';
import type { TokenAbout } from '../watch/saveCalendar.ts';
import { isScimDocument } from './diagnostics.ts';

type Known = Pick<Services, 'history' | 'orgClients'>;

/** Says of a connection what it connects and when its token ends, and leads to why no users are synchronized. */
export function scimHover(services: Known): vscode.Disposable {
  const provideHover = (document: vscode.TextDocument, position: vscode.Position) =>
    hoverAt(services, document, position);
  return vscode.languages.registerHoverProvider({ pattern: '**/genesys-scim.json' }, { provideHover });
}

function hoverAt(
  services: Known,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  if (!isScimDocument(document)) return undefined;
  const offset = document.offsetAt(position);
  const found = readTokenEnds(document.getText()).find(
    ({ connection: { start, end } }) => start <= offset && offset < end,
  );
  if (found === undefined) return undefined;
  const { connection, endsAt, lifeSeconds } = found;
  const { start, end, provider, practice, region } = connection;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const at: Extract<Mention, { kind: 'scim' }> = {
    kind: 'scim',
    uri: document.uri.toString(),
    path: vscode.workspace.asRelativePath(document.uri),
    line: range.start.line + 1,
    provider,
    practice,
    ...(endsAt !== undefined && { tokenEndsAt: endsAt.toISOString() }),
    ...(lifeSeconds !== undefined && { tokenLifeSeconds: lifeSeconds }),
  };
  const name = isProviderId(provider) ? providerName(provider) : provider;
  const text = new vscode.MarkdownString().appendText(l10n.t('{0} in {1}', name, placeOf(region)));
  const deletedAt = deletedAtOf(services, connection, isSaidToPractice(at));
  if (deletedAt !== undefined) {
    const said = connectionOfDeletedText(name, deletedAt, textLanguage());
    return new vscode.Hover(text.appendMarkdown('\n\n').appendText(said), range);
  }
  if (endsAt !== undefined) {
    const end = momentText(endsAt.toISOString(), textLanguage());
    text.appendMarkdown('\n\n').appendText(l10n.t('End of its token: {0}', end));
    const about: TokenAbout = { region, clientId: connection.clientId, provider };
    withCommand(
      text,
      'genesysOAuth.saveEndingsCalendar',
      l10n.t('Save a calendar file for this token'),
      about,
    );
  }
  return new vscode.Hover(withDoctor(text, { subject: subjectAt(connection, at) }), range);
}

/** When the client of a connection was deleted from here (ISO 8601), and no org that is known has it all the same. */
function deletedAtOf(
  { history, orgClients }: Known,
  { region, clientId }: Pick<WrittenConnection, 'region' | 'clientId'>,
  practice: boolean,
): string | undefined {
  const isThere = meantBy({ region, clientId, practice }, orgClients.current()).length > 0;
  return isThere ? undefined : deletedHereAt(history.of({ id: clientId, region, practice }));
}

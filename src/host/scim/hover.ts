import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { readTokenEnds } from '../../core/scim/connections.ts';
import { isProviderId } from '../../core/scim/providers.ts';
import { momentText } from '../../core/texts/duration.ts';
import { placeOf } from '../../core/texts/regions.ts';
import { providerName } from '../../core/texts/scim.ts';
import { subjectAt } from '../doctor/subjects.ts';
import { textLanguage } from '../language.ts';
import { withCommand, withDoctor } from '../ui/commandLinks.ts';
import type { TokenAbout } from '../watch/saveCalendar.ts';
import { isScimDocument } from './diagnostics.ts';

/** Says of a connection what it connects and when its token ends, and leads to why no users are synchronized. */
export function scimHover(): vscode.Disposable {
  return vscode.languages.registerHoverProvider({ pattern: '**/genesys-scim.json' }, { provideHover });
}

function provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
  if (!isScimDocument(document)) return undefined;
  const at = document.offsetAt(position);
  const found = readTokenEnds(document.getText()).find(
    ({ connection: { start, end } }) => start <= at && at < end,
  );
  if (found === undefined) return undefined;
  const { connection, endsAt, lifeSeconds } = found;
  const { start, end, provider, practice, region } = connection;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const subject = subjectAt(connection, {
    kind: 'scim',
    uri: document.uri.toString(),
    path: vscode.workspace.asRelativePath(document.uri),
    line: range.start.line + 1,
    provider,
    practice,
    ...(endsAt !== undefined && { tokenEndsAt: endsAt.toISOString() }),
    ...(lifeSeconds !== undefined && { tokenLifeSeconds: lifeSeconds }),
  });
  const name = isProviderId(provider) ? providerName(provider) : provider;
  const text = new vscode.MarkdownString().appendText(l10n.t('{0} in {1}', name, placeOf(region)));
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
  return new vscode.Hover(withDoctor(text, { subject }), range);
}

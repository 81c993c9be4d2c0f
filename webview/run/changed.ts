import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { bodyOf } from '../../src/core/clients/change.ts';
import { compareRecords, type FieldDifference } from '../../src/core/clients/difference.ts';
import type { ChangeMade, Undoing } from '../../src/core/operations/changeRun.ts';
import type { FinishedRun } from '../../src/core/operations/run.ts';
import {
  failedUndoText,
  refusedUndoText,
  uncertainChangeText,
  undoAgainText,
  unexpectedChangeText,
} from '../../src/core/texts/clientChanges.ts';
import { clientName } from '../../src/core/texts/clientName.ts';
import type { FailureText } from '../../src/core/texts/failures.ts';
import { button, progress } from '../controls.ts';
import { failureView } from '../failure.ts';
import { practiceNote } from '../notes.ts';
import type { Page } from '../page.ts';
import { changeList } from '../steps/changes.ts';
import { cancelledTooLate, withClient } from './ofClient.ts';
import { proofView } from './proof.ts';
import { clientIdFact } from './stopped.ts';

/** The client is changed: what became other, what the org made of it, and the way back. */
export function changed(page: Page, run: FinishedRun, made: ChangeMade): TemplateResult {
  const isUndone = run.undoing?.kind === 'undone';
  return html`<section>
      <h2 tabindex="-1">${isUndone ? l10n.t('The change is undone') : l10n.t('The client is changed')}</h2>
      <p class="lead">${clientName(run.client)}</p>
      ${practiceNote(run.saved)} ${cancelledTooLate(run)} ${isUndone ? nothing : unexpected(page, made)}
      ${clientIdFact(page, run.client.id)} ${withClient(page, run)}
      <h3>${isUndone ? l10n.t('What was changed, and is again as it was') : l10n.t('What is changed')}</h3>
      ${changeList(page, compareRecords(bodyOf(made.before), bodyOf(made.after)))}
      ${notUndone(page, made, run.undoing)} ${isUndone ? nothing : proofView(page, run)}
    </section>
    <footer class="bar">
      ${
        run.undoing?.kind === 'under-way'
          ? progress(l10n.t('Undoing the change of the client…'))
          : html`${isUndone ? nothing : undo(page, run.undoing)} ${button({ label: l10n.t('Create another client'), onClick: () => page.send({ type: 'start-over' }) })}`
      }
    </footer>`;
}

/** Where it is not certain, the client is looked at first. */
function undo(page: Pick<Page, 'send'>, undoing: Undoing | undefined): TemplateResult {
  return button({
    id: 'undo-change',
    label: undoing?.kind === 'uncertain' ? undoAgainText() : l10n.t('Undo'),
    onClick: () => page.send({ type: 'undo-change' }),
  });
}

/** What the org made other than it was asked. */
function unexpected(page: Page, { after, unexpected }: ChangeMade): TemplateResult | typeof nothing {
  if (unexpected.length === 0) return nothing;
  const why = l10n.t('Genesys Cloud, or somebody else at the same time, has made something else of it.');
  return withChanges(page, { ...unexpectedChangeText(after, unexpected), why }, unexpected);
}

/** Why the change still stands, where the person wanted it undone. */
function notUndone(
  page: Page,
  { after }: ChangeMade,
  undoing: Undoing | undefined,
): TemplateResult | typeof nothing {
  switch (undoing?.kind) {
    case undefined:
    case 'under-way':
    case 'undone':
      return nothing;
    case 'changed-since': {
      const why = l10n.t('Somebody has changed the client since.');
      const text = { ...refusedUndoText(after, undoing.differences), why };
      return withChanges(page, text, undoing.differences);
    }
    case 'failed':
      return failureView(page, failedUndoText(after, undoing.error));
    case 'uncertain':
      return failureView(page, uncertainChangeText(after, { lookup: undefined, ...undoing }));
  }
}

function withChanges(page: Page, text: FailureText, differences: readonly FieldDifference[]): TemplateResult {
  return failureView(page, text, { remedy: changeList(page, differences) });
}

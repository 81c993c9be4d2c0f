import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { bodyOf } from '../../src/core/clients/change.ts';
import { compareRecords } from '../../src/core/clients/difference.ts';
import type { ChangeMade, Undoing } from '../../src/core/operations/changeRun.ts';
import type { FinishedRun } from '../../src/core/operations/run.ts';
import {
  failedUndoText,
  refusedUndoText,
  uncertainChangeText,
  unexpectedChangeText,
} from '../../src/core/texts/clientChanges.ts';
import { clientName } from '../../src/core/texts/clientFields.ts';
import type { FailureText } from '../../src/core/texts/failures.ts';
import { button, progress } from '../controls.ts';
import { failureView } from '../failure.ts';
import { practiceNote } from '../notes.ts';
import type { Page } from '../page.ts';
import { changeList } from '../steps/changes.ts';
import { proofView } from './proof.ts';
import { clientIdFact } from './stopped.ts';

/** The client is changed: what became other, what the org made of it, and the way back. */
export function changed(page: Page, run: FinishedRun, made: ChangeMade): TemplateResult {
  const isUndone = run.undoing?.kind === 'undone';
  return html`<section>
      <h2 tabindex="-1">${isUndone ? l10n.t('The change is undone') : l10n.t('The client is changed')}</h2>
      <p class="lead">${clientName(run.client)}</p>
      ${practiceNote(run.saved)} ${isUndone ? nothing : unexpected(page, made)}
      ${clientIdFact(page, run.client.id)}
      <h3>${isUndone ? l10n.t('What was changed, and is again as it was') : l10n.t('What is changed')}</h3>
      ${changeList(page, compareRecords(bodyOf(made.before), bodyOf(made.after)))}
      ${notUndone(page, made, run.undoing)} ${isUndone ? nothing : proofView(page, run)}
    </section>
    <footer class="bar">
      ${
        run.undoing?.kind === 'under-way'
          ? progress(l10n.t('Undoing the change of the client…'))
          : html`${isUndone ? nothing : undo(page)} ${button({ label: l10n.t('Create a client'), onClick: () => page.send({ type: 'start-over' }) })}`
      }
    </footer>`;
}

function undo(page: Pick<Page, 'send'>): TemplateResult {
  return button({
    id: 'undo-change',
    label: l10n.t('Undo'),
    onClick: () => page.send({ type: 'undo-change' }),
  });
}

/** What the org made other than it was asked. */
function unexpected(page: Page, { after, unexpected }: ChangeMade): TemplateResult | typeof nothing {
  if (unexpected.length === 0) return nothing;
  return failureView(page, unexpectedChangeText(after.name, unexpected));
}

function notUndone(
  page: Page,
  made: ChangeMade,
  undoing: Undoing | undefined,
): TemplateResult | typeof nothing {
  const text = notUndoneText(made.after.name, undoing);
  return text === undefined ? nothing : failureView(page, text);
}

function notUndoneText(name: string, undoing: Undoing | undefined): FailureText | undefined {
  switch (undoing?.kind) {
    case undefined:
    case 'under-way':
    case 'undone':
      return undefined;
    case 'changed-since':
      return refusedUndoText(name, undoing.differences);
    case 'failed':
      return failedUndoText(name, undoing.error);
    case 'uncertain':
      return uncertainChangeText(name, { lookup: undefined, ...undoing });
  }
}

import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import type { FinishedRun } from '../../src/core/operations/run.ts';
import { inOneText } from '../../src/core/texts/sentences.ts';

/** Why the editor shows a problem in a file that was only just written; nothing where it shows none. */
export function markedNote({ saved }: FinishedRun): TemplateResult | typeof nothing {
  const { procedure, answers, place } = saved;
  const isForFramework = procedure === 'embeddable';
  const sentences = [
    ...(place.practice
      ? [
          l10n.t(
            'The editor marks the client in it, because it is one of the practice org. That is meant so.',
          ),
        ]
      : []),
    ...(isForFramework && answers.grantType === 'TOKEN'
      ? [l10n.t('The editor marks the Client ID, because clients with an implicit grant will stop working.')]
      : []),
  ];
  return sentences.length === 0 ? nothing : html`<p class="note">${inOneText(sentences)}</p>`;
}

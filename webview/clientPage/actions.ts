import { html, nothing, type TemplateResult } from 'lit';
import type { ClientPageAction } from '../../src/core/clientPage/messages.ts';
import { type ActionPurpose, offeredActions, purposeOf } from '../../src/core/clientPage/offered.ts';
import { actionLabel, purposeName } from '../../src/core/texts/clientActions.ts';
import type { ClientPage } from './page.ts';
import { lacksFor } from './rights.ts';

/** What stands beside what it is about. */
const BESIDE: ReadonlySet<ClientPageAction> = new Set(['copy-id', 'add-pages', 'make-token']);

const PURPOSES = ['change', 'look', 'state'] as const satisfies readonly ActionPurpose[];

/** All that can be done with the client, a row for each purpose; deleting it comes last. */
export function actionsView(page: ClientPage): TemplateResult {
  const offered = offeredActions(page.state).filter((action) => !BESIDE.has(action));
  const rows = PURPOSES.map((purpose) =>
    row(
      page,
      purpose,
      offered.filter((action) => purposeOf(action) === purpose),
    ),
  );
  return html`<div class="deeds">${rows}</div>`;
}

function row(
  page: ClientPage,
  purpose: ActionPurpose,
  actions: readonly ClientPageAction[],
): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  const id = `deeds-${purpose}`;
  return html`<div role="group" aria-labelledby=${id}>
    <span id=${id} class="muted">${purposeName(purpose)}</span>
    <div class="of-one-purpose">${actions.map((action) => deed(page, action))}</div>
  </div>`;
}

function deed(page: ClientPage, action: ClientPageAction): TemplateResult {
  const lacks = lacksFor(page, action).length > 0;
  const act = () => page.send({ type: 'act', action });
  return html`<button id=${action} class="link" ?disabled=${lacks} @click=${act}>${actionLabel(action)}</button>`;
}

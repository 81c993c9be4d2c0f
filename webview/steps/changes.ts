import * as l10n from '@vscode/l10n';
import { html, type TemplateResult } from 'lit';
import { bodyOf } from '../../src/core/clients/change.ts';
import { compareRecords, type FieldDifference } from '../../src/core/clients/difference.ts';
import { orgOf } from '../../src/core/procedures/context.ts';
import { divisionName, roleName } from '../../src/core/procedures/namedAccess.ts';
import type { Plan, PlanStep } from '../../src/core/procedures/plan.ts';
import { changeRisk } from '../../src/core/texts/clientChanges.ts';
import { differenceLines } from '../../src/core/texts/clientFields.ts';
import type { Page } from '../page.ts';

type ChangeStep = Extract<PlanStep, { kind: 'change-client' }>;

/** What Save will make other of a client that exists, before and after. */
export function changesOf(page: Pick<Page, 'context'>, { before, body }: ChangeStep): TemplateResult {
  return html`${changeList(page, compareRecords(bodyOf(before), body))}
    <p class="muted">${l10n.t('Everything else of the client is sent back as it is.')}</p>
    <p class="muted">${changeRisk()}</p>`;
}

/** Differences of a client, a line each; roles and divisions by the names that the org has for them. */
export function changeList(
  { context }: Pick<Page, 'context'>,
  differences: readonly FieldDifference[],
): TemplateResult {
  const access = orgOf(context)?.access;
  const names = {
    role: (id: string) => (access === undefined ? id : roleName(id, access)),
    division: (id: string) => (access === undefined ? id : divisionName(id, access)),
  };
  return html`<ul class="plain changes">
    ${differenceLines(differences, names).map((line) => html`<li>${withSignKept(line)}</li>`)}
  </ul>`;
}

/** A line of a change, in which no line breaks between the sign and what joins or leaves. */
function withSignKept(line: string): string {
  return line.replace(/: ([+−]) /, ': $1\u00a0');
}

/** Whether the client is to stay as it is. */
export function changesNothing(plan: Plan | undefined): boolean {
  return plan?.length === 0;
}

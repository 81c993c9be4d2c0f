import * as l10n from '@vscode/l10n';
import { bodyOf } from '../../core/clients/change.ts';
import { compareRecords } from '../../core/clients/difference.ts';
import type { DiffLine } from '../../core/framework/preview.ts';
import { ALL_DIVISIONS } from '../../core/platform/authorization.ts';
import type { Access } from '../../core/procedures/context.ts';
import { divisionName, roleName } from '../../core/procedures/namedAccess.ts';
import { NEW_ROLE_ID } from '../../core/procedures/newRole.ts';
import { NEW_CLIENT_ID } from '../../core/procedures/placement.ts';
import type { PlanStep } from '../../core/procedures/plan.ts';
import { connectionText } from '../../core/scim/configFile.ts';
import { changeRisk } from '../../core/texts/clientChanges.ts';
import { differenceLines } from '../../core/texts/clientFields.ts';
import { planStepNote, sentByStep } from '../../core/texts/planSteps.ts';

/** What a step of a plan sends or writes, to the letter, and what to know about it, line by line. */
export function planStepLines(step: PlanStep, access: Access): readonly string[] {
  const note = planStepNote(step);
  return [...contentLines(step, access), ...(note === undefined ? [] : [note])];
}

function contentLines(step: PlanStep, access: Access): readonly string[] {
  const sent = sentByStep(step);
  if (sent !== undefined) return [sent.head, ...sent.body].map(withWords);
  switch (step.kind) {
    case 'create-client':
      return [
        `POST ${step.url}`,
        ...JSON.stringify(step.body, undefined, 2).split('\n'),
        ...roleLines(step.body.roleDivisions ?? [], access),
      ].map(withWords);
    case 'change-client':
      return [
        `PUT ${step.url}`,
        ...changeLines(step, access),
        l10n.t('Everything else of the client is sent back as it is.'),
        changeRisk(),
      ];
    case 'use-client':
      return [step.id];
    case 'write-scim-file':
      return scimLines(step).map(withWords);
    case 'edit-framework-file':
      return step.diff.map(diffLine).map(withWords);
    case 'create-framework-file':
      return step.text.trimEnd().split('\n').map(withWords);
    default:
      return [];
  }
}

/** What a change makes other of a client, a line each; roles and divisions by the names that the org has for them. */
export function changeLines(
  { before, body }: Pick<Extract<PlanStep, { kind: 'change-client' }>, 'before' | 'body'>,
  access: Access,
): readonly string[] {
  return differenceLines(compareRecords(bodyOf(before), body), {
    role: (id) => roleName(id, access),
    division: (id) => divisionName(id, access),
  });
}

/** The roles of a request by their names: it has only IDs. */
function roleLines(
  pairs: readonly { readonly roleId: string; readonly divisionId: string }[],
  access: Access,
): readonly string[] {
  return pairs
    .filter(({ roleId }) => roleId !== NEW_ROLE_ID)
    .map(({ roleId, divisionId }) => {
      const where = divisionId === ALL_DIVISIONS ? l10n.t('All divisions') : divisionName(divisionId, access);
      return `${l10n.t('Role')}: ${l10n.t('{0} in {1}', roleName(roleId, access), where)}`;
    });
}

/** A new connection as it is added, or what changes in the one that the client has already. */
function scimLines({ connection, diff }: Extract<PlanStep, { kind: 'write-scim-file' }>): readonly string[] {
  if (diff === undefined)
    return connectionText({ ...connection, clientId: NEW_CLIENT_ID })
      .trimEnd()
      .split('\n');
  if (diff.length > 0) return diff.map(diffLine);
  return [l10n.t('The connection of this client is there already, as it is to be.')];
}

const SIGNS = { same: ' ', removed: '-', added: '+' } as const;

function diffLine({ kind, line, text }: DiffLine): string {
  return `${String(line).padStart(4)} ${SIGNS[kind]} ${text}`;
}

/** While there are no IDs yet, words stand for them. */
function withWords(line: string): string {
  return line
    .replaceAll(NEW_CLIENT_ID, `<${l10n.t('the new Client ID')}>`)
    .replaceAll(NEW_ROLE_ID, `<${l10n.t('the ID of the new role')}>`);
}

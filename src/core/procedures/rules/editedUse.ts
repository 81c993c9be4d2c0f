import { type FrameworkUse, shortcomings, switchState } from '../../clients/forFramework.ts';
import type { Context } from '../context.ts';
import type { Answers, EditedClient } from '../draft.ts';
import { type DraftFinding, finding } from '../draftFinding.ts';
import { asItWas } from '../edited.ts';
import type { Rule } from '../procedure.ts';
import { described, findingsOf } from './framework.ts';

/** Nobody reads more. */
const MOST_PLACES = 20;

/** Whoever changes a client sees which files of the workspace name it. */
export const saysWhatUsesIt: Rule = ({ edits }, context) => {
  if (edits === undefined) return [];
  const inScim = context.workspace.scimFiles
    .filter(({ connections }) => connections.some(({ clientId = '' }) => isOf(edits, clientId)))
    .map(({ path }) => path);
  const places = [...entriesOf(edits, context).map(({ path, line }) => `${path}:${line}`), ...inScim];
  if (places.length === 0) return [];
  return [finding('edit-in-use', 'edits', { places: places.slice(0, MOST_PLACES) })];
};

/** Whether a framework.js of the workspace names the client that is changed, so that what suits the framework suits it (rule E2). */
export function isUsedInFramework({ edits }: Pick<Answers, 'edits'>, context: Context): boolean {
  return edits !== undefined && entriesOf(edits, context).length > 0;
}

/**
 * E3 to E5 and G9, of a client that exists: what the change would take away of what a framework.js of the workspace needs.
 * It stops nobody: the file may be changed next.
 */
export const leavesWhatFilesNeed: Rule = (answers, context) => {
  const { edits } = answers;
  if (edits === undefined) return [];
  const uses = entriesOf(edits, context).map(({ use }) => use);
  const before = new Set(lacking(asItWas(edits, answers), uses).map(keyOf));
  const now = lacking(answers, uses).filter((each) => !before.has(keyOf(each)));
  const once = [...new Map(now.map((each) => [keyOf(each), each])).values()];
  return once.map((each) => (each.severity === 'error' ? { ...each, severity: 'warning' } : each));
};

function lacking(answers: Answers, uses: readonly FrameworkUse[]): readonly DraftFinding[] {
  const client = described(answers);
  return uses.flatMap((use) => shortcomings(client, use).flatMap((lack) => findingsOf(lack, answers)));
}

/** In which line something stands is none of its identity. */
function keyOf({ code, args: { line: _, ...args } }: DraftFinding): string {
  return JSON.stringify([code, args]);
}

/** The entries of framework.js files that name the client, and what they need of it. What a build wrote is no place to edit. */
function entriesOf(edits: EditedClient, { workspace, today }: Context) {
  return workspace.files
    .filter(({ builtCopy }) => !builtCopy)
    .flatMap(({ path, clients = [], dedicatedLoginWindow, usePKCEAuthFlow }) =>
      clients
        .filter(({ clientId }) => isOf(edits, clientId))
        .map(({ region, line }) => ({
          path,
          line,
          use: {
            region,
            partner: undefined,
            dedicatedLoginWindow: switchState(dedicatedLoginWindow),
            usePKCEAuthFlow: switchState(usePKCEAuthFlow),
            today,
          },
        })),
    );
}

function isOf({ record }: EditedClient, clientId: string): boolean {
  return record.id.toLowerCase() === clientId.toLowerCase();
}

import type { FrameworkFile } from '../context.ts';
import type { Answers } from '../draft.ts';
import { type DraftFinding, type Fix, finding } from '../draftFinding.ts';
import { clientIdsInUse, isAgreed } from '../frameworkRegions.ts';
import type { Rule } from '../procedure.ts';

const COPY_BY_HAND: Fix = { code: 'copy-by-hand', args: {}, change: { target: { kind: 'by-hand' } } };

/** E6: the Client ID has one certain place to go, and a value in use is replaced only when asked to. */
export const hasTarget: Rule = (answers, { workspace }) => {
  const { target } = answers;
  if (target === undefined) return [finding('target-missing', 'target')];
  switch (target.kind) {
    case 'by-hand':
      return [];
    case 'new-file':
      return workspace.newFiles.some(({ uri }) => uri === target.uri)
        ? []
        : [finding('target-gone', 'target', {}, { fixes: [COPY_BY_HAND] })];
    case 'existing-file': {
      const file = workspace.files.find(({ uri }) => uri === target.uri);
      if (file === undefined) return [finding('target-gone', 'target', {}, { fixes: [COPY_BY_HAND] })];
      return [...builtCopyFinding(file), ...placementFindings(file, answers)];
    }
  }
};

function builtCopyFinding({ builtCopy, path }: FrameworkFile): DraftFinding[] {
  return builtCopy ? [finding('target-built-copy', 'target', { path })] : [];
}

function placementFindings(file: FrameworkFile, answers: Answers): DraftFinding[] {
  const { placement, path } = file;
  switch (placement?.kind) {
    case undefined:
      return [];
    case 'possible':
      return clientIdsInUse(file, answers)
        .filter((id) => !isAgreed(id, answers))
        .map((id) =>
          finding(
            'target-in-use',
            'target',
            { path, region: id.region, clientId: id.clientId },
            {
              fixes: [
                { code: 'replace-client-id', args: {}, change: { mayReplace: [...answers.mayReplace, id] } },
                ...leaveOut(id.region, answers),
                COPY_BY_HAND,
              ],
            },
          ),
        );
    case 'refused': {
      const { region, reason, line = 1 } = placement;
      return [
        finding(
          `target-${reason}`,
          'target',
          { path, line, region },
          { fixes: [...leaveOut(region, answers), COPY_BY_HAND] },
        ),
      ];
    }
    case 'unreadable':
      return [
        finding('target-unreadable', 'target', { path, reason: placement.reason }, { fixes: [COPY_BY_HAND] }),
      ];
  }
}

/** G11: a region that the person added need not be served. */
function leaveOut(region: string, { moreRegions }: Answers): Fix[] {
  if (!moreRegions.includes(region)) return [];
  const others = moreRegions.filter((other) => other !== region);
  return [{ code: 'leave-region-out', args: { region }, change: { moreRegions: others } }];
}

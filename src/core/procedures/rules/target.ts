import { clientIdsInUse, mayReplaceAll } from '../clientIdsInUse.ts';
import type { FrameworkFile } from '../context.ts';
import type { Answers } from '../draft.ts';
import { type Fix, type Problem, problem } from '../problem.ts';
import type { Rule } from '../procedure.ts';

const COPY_BY_HAND: Fix = { code: 'copy-by-hand', args: {}, change: { target: { kind: 'by-hand' } } };

/** E6: the Client ID has one certain place to go, and a value in use is replaced only when asked to. */
export const hasTarget: Rule = ({ target, mayReplace }, { workspace }) => {
  if (target === undefined) return [problem('target', 'error', 'target-missing')];
  switch (target.kind) {
    case 'by-hand':
      return [];
    case 'new-file':
      return workspace.newFiles.some(({ uri }) => uri === target.uri)
        ? []
        : [problem('target', 'error', 'target-gone', {}, [COPY_BY_HAND])];
    case 'existing-file': {
      const file = workspace.files.find(({ uri }) => uri === target.uri);
      if (file === undefined) return [problem('target', 'error', 'target-gone', {}, [COPY_BY_HAND])];
      return [...builtCopyProblem(file), ...placementProblem(file, { mayReplace })];
    }
  }
};

function builtCopyProblem({ builtCopy, path }: FrameworkFile): Problem[] {
  return builtCopy ? [problem('target', 'warning', 'target-built-copy', { path })] : [];
}

function placementProblem(file: FrameworkFile, agreed: Pick<Answers, 'mayReplace'>): Problem[] {
  const { placement, path } = file;
  switch (placement?.kind) {
    case undefined:
      return [];
    case 'possible': {
      const inUse = clientIdsInUse(file);
      if (mayReplaceAll(agreed, inUse)) return [];
      const args = {
        path,
        clientIds: inUse.map(({ region, clientId }) => `${region}: ${clientId}`).join(', '),
      };
      return [
        problem('target', 'error', 'target-in-use', args, [
          { code: 'replace-client-id', args: {}, change: { mayReplace: inUse } },
          COPY_BY_HAND,
        ]),
      ];
    }
    case 'refused':
      return [
        problem('target', 'error', `target-${placement.reason}`, { path, line: placement.line ?? 1 }, [
          COPY_BY_HAND,
        ]),
      ];
    case 'unreadable':
      return [
        problem('target', 'error', 'target-unreadable', { path, reason: placement.reason }, [COPY_BY_HAND]),
      ];
  }
}

import type { FileKind } from '../diagnostics/fileDiagnostics.ts';
import { builtCopyFindings } from './builtCopy.ts';
import type { FrameworkChecks } from './checks.ts';
import { isBuiltCopy, isFrameworkDocument } from './document.ts';
import type { FrameworkWatcher } from './watchFiles.ts';

/** Every framework.js: what is wrong with its text and by what is known of the orgs; of a built copy, only that it is one. */
export function frameworkKind(checks: FrameworkChecks, files: FrameworkWatcher): FileKind {
  return {
    isMeant: isFrameworkDocument,
    inspect: (document) =>
      isBuiltCopy(document.uri)
        ? builtCopyFindings(document.uri, checks.inspect(document))
        : checks.findingsOf(document),
    want: (document) => checks.want(document),
    wantMissing: (document) => checks.wantUnread(document),
    onDidLearn: checks.onDidChange,
    onDidChangeMeant: files.onDidChangePatterns,
  };
}

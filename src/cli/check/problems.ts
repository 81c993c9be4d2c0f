import * as l10n from '@vscode/l10n';
import type { NamedClient, OrgClients } from '../../core/clients/whereabouts.ts';
import { diagnostics } from '../../core/findings/catalogue.ts';
import type { Severity } from '../../core/findings/entry.ts';
import { findingText } from '../../core/findings/finding.ts';
import { builtCopyFinding, isBuiltCopy, isWorthALook, sourceOfCopy } from '../../core/framework/builtCopy.ts';
import { checkFramework } from '../../core/framework/check/checkFramework.ts';
import type { FrameworkFinding } from '../../core/framework/frameworkFinding.ts';
import { inspectFramework } from '../../core/framework/inspect.ts';
import { mayBeFramework } from '../../core/framework/isFramework.ts';
import { locator, type Place } from '../../core/framework/places.ts';
import { inspectScimConfig, type ScimClientFacts, type ScimFinding } from '../../core/scim/inspectConfig.ts';
import { readJson } from '../../core/scim/jsonDocument.ts';
import type { PracticeStanding } from '../../core/scim/practiceAddresses.ts';
import { relatedText } from '../../core/texts/frameworkFixes.ts';
import { type Home, reckoningAt, SOON_DAYS } from '../../core/watch/standing.ts';
import type { Language } from '../language.ts';
import type { FileToCheck } from './files.ts';
import { identityOf } from './identity.ts';
import type { NotChecked, Problem, Range } from './result.ts';
import type { Loudness } from './severity.ts';

/** What a text is judged by, besides itself. */
export type Judging = {
  readonly loudness: Loudness;
  readonly language: Language;
  readonly now: Date;
  /** The framework.js files of the project that no build wrote; asked only for a built copy. */
  readonly sources: () => readonly string[];
  /** What the orgs say that one can sign in to; nothing where none was named. */
  readonly known: KnownOfOrgs;
};

/** What orgs say of the clients that files name. */
export type KnownOfOrgs = {
  readonly orgs: readonly OrgClients[];
  readonly scimClient: (named: NamedClient) => ScimClientFacts | undefined;
  /** The practice orgs that were looked into, by region. */
  readonly practiceOrgs: ReadonlyMap<string, PracticeStanding>;
  /** Seconds by which this computer's clock is ahead of the one that counts. */
  readonly aheadOf: (home: Home) => number;
};

/** As long as nobody was asked. */
export const NOTHING_KNOWN: KnownOfOrgs = {
  orgs: [],
  scimClient: () => undefined,
  practiceOrgs: new Map(),
  aheadOf: () => 0,
};

/** What was found in a text; `unsound` says where a SCIM config file stops being JSON. */
export type Look =
  | { readonly kind: 'checked'; readonly problems: readonly Problem[]; readonly unsound?: NotChecked }
  | { readonly kind: 'other-product' };

type FileFinding = FrameworkFinding | ScimFinding;

/** What is wrong with, or worth knowing about, the text of a file, as an editor shows it. */
export function lookAt(
  { path, kind }: Pick<FileToCheck, 'path' | 'kind'>,
  text: string,
  judging: Judging,
): Look {
  if (kind === 'scim') {
    const { errorOffset } = readJson(text);
    // How early somebody wants to know it, their editor's own settings say, and those are nobody else's.
    const { aheadOf, scimClient, practiceOrgs } = judging.known;
    const reckon = (home: Home) =>
      reckoningAt(judging.now, { soonDays: SOON_DAYS.usual, aheadSeconds: aheadOf(home) });
    const problems = toProblems(
      path,
      text,
      inspectScimConfig(text, reckon, scimClient, practiceOrgs),
      judging,
    );
    if (errorOffset === undefined) return { kind: 'checked', problems };
    const reason = l10n.t('From here on this is not JSON, so that not all of it could be checked.');
    return { kind: 'checked', problems, unsound: { path, reason, position: locator(text)(errorOffset) } };
  }
  const findings = isBuiltCopy(path)
    ? builtCopyFindings(path, text, judging)
    : frameworkFindings(text, judging);
  return findings === undefined
    ? { kind: 'other-product' }
    : { kind: 'checked', problems: toProblems(path, text, findings, judging) };
}

/** The findings of a framework.js that are loud enough to be told; undefined for the code of another product. */
export function frameworkFindings(
  text: string,
  { loudness, now, known }: Pick<Judging, 'loudness' | 'now' | 'known'>,
): readonly FrameworkFinding[] | undefined {
  if (!mayBeFramework(text)) return undefined;
  const inspection = inspectFramework(text);
  if (!inspection.isFramework) return undefined;
  const today = now.toISOString().slice(0, 10);
  return checkFramework(text, known.orgs, today, inspection).filter(
    (finding) => loudness(finding) !== undefined,
  );
}

function builtCopyFindings(
  path: string,
  text: string,
  { sources }: Judging,
): readonly FrameworkFinding[] | undefined {
  const inspection = inspectFramework(text);
  if (!inspection.isFramework) return undefined;
  return isWorthALook(inspection) ? [builtCopyFinding(sourceOfCopy(path, sources()))] : [];
}

function toProblems(
  path: string,
  text: string,
  findings: readonly FileFinding[],
  { loudness, language }: Judging,
): readonly Problem[] {
  const locate = locator(text);
  const rangeOf = ({ start, end }: Place): Range => ({ start: locate(start), end: locate(end) });
  return findings.flatMap((finding): Problem[] => {
    const severity: Severity | undefined = loudness(finding);
    if (severity === undefined) return [];
    const { code, place, args, related, fixes } = finding;
    return [
      {
        path,
        range: rangeOf(place),
        code,
        severity,
        text: findingText(diagnostics, finding, language),
        related: related.map((each) => ({
          path: each.what === 'source' ? String(args['source']) : path,
          range: rangeOf(each.place),
          text: relatedText(each),
        })),
        isFixable: fixes.some((fix) => fix.kind === 'edit' && fix.safe),
        identity: identityOf(text, finding),
      },
    ];
  });
}

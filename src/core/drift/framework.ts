import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../clients/frameworkNeeds.ts';
import type { FoundClient, OrgClients } from '../clients/whereabouts.ts';
import { checkedFile, checkFramework } from '../framework/check/checkFramework.ts';
import { isFor } from '../framework/check/clientOfEntry.ts';
import { type EntryCoverage, fileCoverage, type RegionKnowledge } from '../framework/check/coverage.ts';
import type { CheckedFile } from '../framework/check/rule.ts';
import type { FrameworkFinding } from '../framework/frameworkFinding.ts';
import { type ClientIdEntry, inspectFramework } from '../framework/inspect.ts';
import type { PlatformError } from '../platform/errors.ts';
import {
  type Comparison,
  type Comparisons,
  type Difference,
  type Fact,
  type FactValues,
  type FileMend,
  NOTHING_COMPARED,
  type NotCompared,
  type OrgMend,
  same,
  type WhyNotCompared,
} from './comparison.ts';

/** A file as it is compared. `path` is as people read it. */
export type ComparedFile = { readonly uri: string; readonly path: string; readonly text: string };

/** What is known of the orgs, once they were read for this. */
export type KnownOrgs = {
  readonly orgs: readonly OrgClients[];
  /** How far the clients of a region (its domain) are known. */
  knowledge(region: string): RegionKnowledge;
  /** Those of its orgs that could not be read, and why. */
  failures(
    region: string,
  ): readonly { readonly orgName: string; readonly practice: boolean; readonly error: PlatformError }[];
};

type Entry = {
  readonly file: CheckedFile;
  readonly entry: ClientIdEntry;
  readonly found: FoundClient | undefined;
  /** What is wrong with this entry, by the rules of framework.js. */
  readonly findings: readonly FrameworkFinding[];
};

/**
 * Holds each entry of a framework.js against the org of its region. What counts as different is what the rules of
 * framework.js find of its clients; a file of another product says nothing.
 *
 * @param today ISO date
 */
export function compareFramework(compared: ComparedFile, known: KnownOrgs, today: string): Comparisons {
  const inspection = inspectFramework(compared.text);
  if (!inspection.isFramework) return NOTHING_COMPARED;
  const file = checkedFile(compared.text, inspection, known.orgs, today);
  const all = checkFramework(compared.text, known.orgs, today, inspection);
  const coverage = fileCoverage(inspection.clientIds, known.orgs, (region) => known.knowledge(region));
  const results = file.judged.map((entry): Comparisons => {
    const found = entry.value.kind === 'client-id' ? file.search.toShow(entry) : undefined;
    const findings = all.filter(({ place }) => place.start === entry.valuePlace.start);
    const covered = coverage.of(entry);
    if (covered.kind !== 'compared') return notCompared(compared, entry, covered, known);
    const [only] = file.orgs.filter(({ region }) => region === entry.region);
    const elsewhere = entry.value.kind === 'client-id' ? file.search.all(entry.value.text)[0] : undefined;
    const org = found?.org ?? elsewhere?.org ?? only;
    const comparison = org && compareEntry(compared, { file, entry, found, findings }, org, elsewhere);
    return comparison === undefined ? NOTHING_COMPARED : { compared: [comparison], notCompared: [] };
  });
  const rest = file.live.length - file.judged.length;
  const gaps: NotCompared[] = [
    ...(coverage.atRun ? [gap(compared, { kind: 'at-run' })] : []),
    ...(rest > 0 ? [gap(compared, { kind: 'not-judged', count: rest })] : []),
  ];
  return {
    compared: results.flatMap((each) => each.compared),
    notCompared: [...results.flatMap((each) => each.notCompared), ...gaps],
  };
}

function gap({ uri, path }: ComparedFile, why: WhyNotCompared, entry?: ClientIdEntry): NotCompared {
  const at = entry === undefined ? {} : { line: entry.keyPlace.line, region: entry.region };
  return { of: { kind: 'file', uri, path, ...at }, why };
}

function notCompared(
  compared: ComparedFile,
  entry: ClientIdEntry,
  covered: Exclude<EntryCoverage, { kind: 'compared' }>,
  known: KnownOrgs,
): Comparisons {
  return { compared: [], notCompared: whyNot(covered, known).map((why) => gap(compared, why, entry)) };
}

function whyNot(
  covered: Exclude<EntryCoverage, { kind: 'compared' }>,
  known: KnownOrgs,
): readonly WhyNotCompared[] {
  if (covered.kind === 'not-compared') {
    const { why, region } = covered;
    if (why === 'signed-out' || why === 'no-region') return [{ kind: why }];
    return known.failures(region).map(({ orgName, error }) => ({ kind: 'unread', orgName, error }));
  }
  return [{ kind: covered.kind === 'at-run' ? 'at-run' : 'no-client-id' }];
}

function compareEntry(
  { uri, path }: ComparedFile,
  judged: Entry,
  org: OrgClients,
  elsewhere: FoundClient | undefined,
): Comparison | undefined {
  const { entry, found, findings } = judged;
  if (entry.value.kind !== 'client-id') return undefined;
  const { region, keyPlace } = entry;
  const differences = findings.flatMap((finding) => {
    const mended = mends(judged, finding);
    return mended === undefined ? [] : [difference(finding, mended)];
  });
  const { account, orgName, practice } = org;
  return {
    subject: { kind: 'framework', uri, path, line: keyPlace.line, region, clientId: entry.value.text },
    org: { account, orgName, region: org.region, practice },
    clientName: (found ?? elsewhere)?.client.name,
    facts: [
      ...factOf(
        differences,
        'existence',
        ['yes'],
        [found === undefined && elsewhere === undefined ? 'no' : 'yes'],
      ),
      ...factOf(differences, 'region', [region], [found === undefined ? org.region : region]),
      ...(found === undefined ? [] : clientFacts(judged, found, differences)),
    ],
    differences,
  };
}

/** Where nothing differs, both sides say what the org has. */
function factOf(
  differences: readonly Difference[],
  fact: Fact,
  meant: readonly string[],
  there: readonly string[] | undefined,
): FactValues[] {
  return [differences.some((each) => each.fact === fact) ? { fact, meant, there } : same(fact, there)];
}

function clientFacts(
  { entry, file, findings }: Entry,
  { client, org }: FoundClient,
  differences: readonly Difference[],
): FactValues[] {
  const { authorizedGrantType: grant } = client;
  const isLoginWindow = file.inspection.dedicatedLoginWindow.kind === 'on';
  const pages = frameworkRedirectUris(entry.region === org.region ? org.region : entry.region, isLoginWindow);
  const lacked = new Set(findings.flatMap((each) => lackedIn(each)));
  const written = findings.flatMap(({ code, args }) =>
    code === 'inexact-redirect-uri' ? [String(args['registered'])] : [],
  );
  const own = client.registeredRedirectUri ?? undefined;
  // What the client has for others stands on both sides: it is there, and nobody wants it gone.
  const others = (own ?? []).filter((uri) => !pages.includes(uri) && !written.includes(uri));
  return [
    ...factOf(differences, 'state', ['active'], [client.state ?? 'active']),
    ...factOf(differences, 'grant', ['CODE'], grant === undefined ? undefined : [grant]),
    ...pagesFact(
      differences,
      own && {
        needed: [...pages.filter((page) => own.includes(page) || lacked.has(page)), ...others],
        there: [...pages.filter((page) => own.includes(page)), ...written, ...others],
      },
    ),
    ...scopesFact(differences, client.scope ?? undefined, lacked),
  ];
}

function pagesFact(
  differences: readonly Difference[],
  uris: { readonly needed: readonly string[]; readonly there: readonly string[] } | undefined,
): FactValues[] {
  return uris === undefined
    ? [same('redirect-uris', undefined)]
    : factOf(differences, 'redirect-uris', uris.needed, uris.there);
}

/** Of a scope that includes another one, both sides say the one that the client has, as of those that it has for others. */
function scopesFact(
  differences: readonly Difference[],
  given: readonly string[] | undefined,
  lacked: ReadonlySet<string>,
): FactValues[] {
  if (given === undefined) return [same('scopes', undefined)];
  const missing = FRAMEWORK_SCOPES.filter((scope) => lacked.has(scope));
  return factOf(differences, 'scopes', [...given, ...missing].sort(), given.toSorted());
}

function lackedIn({ code, args }: FrameworkFinding): readonly string[] {
  switch (code) {
    case 'missing-redirect-uri':
      return textsOf(args['uris']);
    case 'inexact-redirect-uri':
      return textsOf(args['uri']);
    case 'missing-scope':
      return textsOf(args['scopes']);
    default:
      return [];
  }
}

function textsOf(value: FrameworkFinding['args'][string] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}

type Mends = { readonly fact: Fact; readonly org: OrgMend; readonly file: FileMend };

function difference({ code, args, severity }: FrameworkFinding, mended: Mends): Difference {
  return {
    ...mended,
    evidence: { kind: 'finding', code, args, severity },
    certain: severity === 'error',
  };
}

const CHOOSE: FileMend = { kind: 'choose-client' };

/** What a finding is a difference in, and how each side is mended; undefined for one in which nothing comes apart. */
function mends(judged: Entry, finding: FrameworkFinding): Mends | undefined {
  const { file, entry } = judged;
  const change = finding.fixes.find((fix) => fix.kind === 'change-client');
  const org: OrgMend | undefined = change && { kind: 'change', change: change.change };
  switch (finding.code) {
    case 'client-not-found':
      return { fact: 'existence', org: { kind: 'create' }, file: CHOOSE };
    case 'client-of-other-region':
      return {
        fact: 'region',
        org: { kind: 'not', why: 'stays-in-its-region' },
        file: ownRegion(judged, finding),
      };
    case 'client-not-active':
      return { fact: 'state', org: org ?? { kind: 'not', why: 'unknown-word' }, file: CHOOSE };
    case 'client-wrong-grant': {
      if (org !== undefined) return { fact: 'grant', org, file: withoutPkce(file, entry) };
      const why = finding.severity === 'error' ? 'grant-in-use' : 'unknown-word';
      return { fact: 'grant', org: { kind: 'not', why }, file: CHOOSE };
    }
    case 'missing-redirect-uri': {
      const anyway = frameworkRedirectUris(entry.region, false);
      const isOfLoginWindow = textsOf(finding.args['uris']).every((uri) => !anyway.includes(uri));
      const off: FileMend = { kind: 'setting', name: 'dedicatedLoginWindow', value: false };
      return {
        fact: 'redirect-uris',
        org: org ?? { kind: 'not', why: 'unknown-word' },
        file: isOfLoginWindow ? off : { kind: 'not', why: 'page-of-framework' },
      };
    }
    case 'inexact-redirect-uri':
      return {
        fact: 'redirect-uris',
        org: org ?? { kind: 'not', why: 'unknown-word' },
        file: { kind: 'not', why: 'page-of-framework' },
      };
    case 'missing-scope':
      return {
        fact: 'scopes',
        org: org ?? { kind: 'not', why: 'unknown-word' },
        file: { kind: 'not', why: 'no-place-in-file' },
      };
    default:
      return undefined;
  }
}

/** The region of the client gets the ID, too: that takes nothing away. */
function ownRegion({ file, entry }: Entry, { args, fixes }: FrameworkFinding): FileMend {
  const isFree = fixes.some((fix) => fix.kind === 'edit' && fix.code === 'add-region');
  if (!isFree || entry.value.kind !== 'client-id') return { kind: 'not', why: 'other-entry-there' };
  const { text: clientId } = entry.value;
  const home = file.search.all(clientId)[0]?.org.region ?? String(args['home']);
  return { kind: 'client-id', region: home, clientId };
}

/** The setting is for all regions: none of the other clients may need it. */
function withoutPkce({ used }: CheckedFile, entry: ClientIdEntry): FileMend {
  const { value } = entry;
  const others = used.filter(
    (each) =>
      value.kind !== 'client-id' ||
      (!isFor(each.entry, value.text) && each.client.authorizedGrantType === 'CODE'),
  );
  return others.length > 0
    ? { kind: 'not', why: 'others-need-setting' }
    : { kind: 'setting', name: 'usePKCEAuthFlow', value: false };
}

import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as l10n from '@vscode/l10n';
import { diagnostics } from '../../../core/findings/catalogue.ts';
import { codesOfFiles, documentation, type FileCode } from '../../../core/findings/documentation.ts';
import type { Severity } from '../../../core/findings/entry.ts';
import { inOneText } from '../../../core/texts/sentences.ts';
import { EXIT } from '../../io.ts';
import { version } from '../../version.ts';
import { fingerprintsOf } from '../identity.ts';
import { type CheckResult, grouped, type NotChecked, type Problem, type Range } from '../result.ts';
import type { Form, Reader } from './form.ts';

/** SARIF has no hints. */
const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** What relative paths begin at: the folder of the run. Where that is on this computer is nobody's business. */
const ROOT = 'SRCROOT';

const RULES: readonly string[] = codesOfFiles;

/** How a fingerprint is made; another way has another name. */
const FINGERPRINT = 'genesysOAuth/v1';

/** Static Analysis Results Interchange Format 2.1.0, for code scanning. */
export const sarifForm: Form = async (result, reader) => {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'genesys-oauth',
            version,
            semanticVersion: version,
            language: reader.language,
            rules: codesOfFiles.map((code) => rule(code, reader)),
          },
        },
        language: reader.language,
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [ROOT]: { description: { text: l10n.t('The folder that the command was run in.') } },
        },
        invocations: [invocation(result)],
        results: await results(result.problems),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function rule(code: FileCode, { loudness }: Reader) {
  const { title, meaning, remedy } = documentation[code]();
  const level = loudness({ code, severity: diagnostics[code].severities[0] });
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: meaning },
    help: { text: inOneText([meaning, remedy]), markdown: `${meaning}\n\n**${remedy}**` },
    defaultConfiguration: level === undefined ? { enabled: false } : { level: LEVELS[level] },
  };
}

async function results(problems: readonly Problem[]) {
  const ofFiles = [...grouped(problems, ({ path }) => path).values()].map(async (here) => {
    const fingerprints = await fingerprintsOf(here);
    return here.map((problem, index) => resultOf(problem, fingerprints[index] ?? ''));
  });
  return (await Promise.all(ofFiles)).flat();
}

function resultOf({ path, range, code, severity, text, related }: Problem, fingerprint: string) {
  const others = related.map((each, id) => ({
    id,
    ...location(each.path, regionOf(each.range)),
    message: message(each.text),
  }));
  return {
    ruleId: code,
    ruleIndex: RULES.indexOf(code),
    level: LEVELS[severity],
    message: message(text),
    locations: [location(path, regionOf(range))],
    ...(others.length === 0 ? {} : { relatedLocations: others }),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
  };
}

function invocation({ exitCode, notChecked }: CheckResult) {
  return {
    executionSuccessful: exitCode !== EXIT.notChecked,
    exitCode,
    toolExecutionNotifications: notChecked.map(notification),
  };
}

function notification({ path, reason, position }: NotChecked) {
  const region = position === undefined ? undefined : regionOf({ start: position, end: position });
  return { level: 'error', message: message(reason), locations: [location(path, region)] };
}

/** A brace around a number would stand for an argument, and brackets before parentheses for a link (SARIF 3.11.5, 3.11.6). */
function message(text: string) {
  return { text: text.replace(/\{(\d+)\}/g, '{{$1}}').replace(/\[(?=[^\]]*\]\()/g, '\\[') };
}

function location(path: string, region: ReturnType<typeof regionOf> | undefined) {
  return {
    physicalLocation: { artifactLocation: artifact(path), ...(region === undefined ? {} : { region }) },
  };
}

function artifact(path: string) {
  if (isAbsolute(path)) return { uri: pathToFileURL(path).href };
  // Half a character, which names of Windows can have, has no place in a URI.
  const segments = path.replace(/\p{Cs}/gu, '\uFFFD').split('/');
  return { uri: segments.map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

function regionOf({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
  };
}

import { checkedFile, checkFramework, fixAll } from '../../../src/core/framework/check/checkFramework.ts';
import { fileCoverage } from '../../../src/core/framework/check/coverage.ts';
import type { CheckedFile } from '../../../src/core/framework/check/rule.ts';
import { knowsClients } from '../../../src/core/framework/check/rules/clientInOrg.ts';
import { completionsAt } from '../../../src/core/framework/completions.ts';
import { setClientIds } from '../../../src/core/framework/edit.ts';
import { entryAt } from '../../../src/core/framework/entryAt.ts';
import { inspectFramework } from '../../../src/core/framework/inspect.ts';
import { previewChange } from '../../../src/core/framework/preview.ts';
import { readStrictly } from '../../../src/core/framework/reading.ts';
import { setSetting } from '../../../src/core/framework/setSetting.ts';
import { CORPUS_ORGS, corpusId } from '../framework/corpusOrgs.ts';
import type { Growth } from './growth.ts';
import { eachOn, listOf } from './readers.ts';

const ORGS = Object.values(CORPUS_ORGS);
const TODAY = '2026-11-22';
const REGION = 'mypurecloud.jp';
const END = '\n}, settings: {} } };';

function file(entries: string): string {
  return `window.Framework = { config: { clientIds: {${entries}${END}`;
}

const CHECK: Readonly<Record<string, (text: string) => unknown>> = {
  check: (text) => fixAll(checkFramework(text, ORGS, TODAY)),
};

/** What is done with a file whose entries were read: that reading is looked at above. */
const USE: Readonly<Record<string, (text: string) => unknown>> = {
  compare: (text) => fileCoverage(inspectFramework(text).clientIds, ORGS, () => 'known'),
  'write into': (text) => {
    const change = setClientIds(text, [REGION], corpusId(1));
    return change.kind === 'edit' ? previewChange(text, change.edited) : change;
  },
  'turn on': (text) => setSetting(text, 'usePKCEAuthFlow', true),
  'type in': (text) => [completionsAt(text, text.length - END.length), entryAt(text, text.length)],
};

export const HOSTILE_FRAMEWORKS: Readonly<Record<string, (size: number) => string>> = {
  entries: (size) => file(listOf(size, (index) => `'r${index}.example.com': '${corpusId(index)}'`)),
  'entries of one client': (size) =>
    file(listOf(size, (index) => `'r${index}.example.com': '${corpusId(1)}'`)),
  'entries of an implicit client': (size) =>
    file(`'mypurecloud.com': '${corpusId(6)}', ${listOf(size, (index) => `'r${index}': '${corpusId(6)}'`)}`),
  'one region again and again in one line': (size) => file(listOf(size, () => `'${REGION}': ''`, ',')),
  'one region again and again': (size) => file(listOf(size, () => `'${REGION}': ''`)),
  'entries with a comma missing': (size) => file(listOf(size, () => `'${REGION}': ''`, '\n')),
  'names of places as keys': (size) => file(listOf(size, (index) => `'Europe (Ireland) ${index}': ''`)),
  'entries that spread elements follow': (size) => file(listOf(size, (index) => `'r${index}': '', ...more`)),
  'entries in comments': (size) =>
    file(listOf(size, (index) => `// 'r${index}.example.com': '${corpusId(1)}',`, '\n')),
  'block comments between entries': (size) =>
    file(listOf(size, (index) => `/* r */ 'r${index}.example.com': /* v */ ''`)),
  'comments behind an entry': (size) => file(`'${REGION}': ''${' /* x */'.repeat(size)},`),
  'block comments that never end': (size) => `${file(`'${REGION}': ''`)}${'/* '.repeat(size)}`,
  'quotes without their second one': (size) => file(`'${REGION}': ''`) + `"'`.repeat(size),
  constants: (size) =>
    listOf(size, (index) => `const id${index} = 'x';`, '\n') +
    file(listOf(size, (index) => `'r${index}.example.com': id${index}`)),
  'uses of a constant': (size) =>
    `const ID = 'x'; ${file(listOf(size, (index) => `'r${index}.example.com': ID`))}`,
  'constants that stand for constants': (size) =>
    listOf(size, (index) => `const id${index + 1} = id${index};`, '\n') + file(`'${REGION}': id${size}`),
  'dense code beside a constant': (size) =>
    `const ids = { '${REGION}': '' }; window.Framework = { config: { clientIds: ids } };${'abcd;'.repeat(size)}`,
  'functions that may be called earlier': (size) =>
    `${listOf(size, (index) => `function f${index}() {}`, '\n')}\n${listOf(size, (index) => `var v${index} = 'x';`, '\n')}` +
    file(listOf(size, (index) => `'r${index}.example.com': v${index}`)),
  'settings again and again': (size) => `x = { settings: {${'dedicatedLoginWindow: true, '.repeat(size)}} };`,
  'spread elements behind settings': (size) =>
    `x = { settings: { dedicatedLoginWindow: true, ${'...more, '.repeat(size)}} };`,
  'objects with clientIds': (size) => 'x = { clientIds: {} };\n'.repeat(size),
  'objects in objects': (size) => `x = ${'{ config: '.repeat(size)}{}${' }'.repeat(size)};`,
  'unclosed braces': (size) => `${file('')}${'{ a: '.repeat(size)}`,
  'unclosed templates': (size) => file('') + '`${'.repeat(size),
  'objects that config may be': (size) => listOf(size, () => '{ config: { name: "x" } }'),
  'calls of getAuthToken': (size) => `${file('')}${'PureCloud.User.getAuthToken(use);\n'.repeat(size)}`,
  'entries of a client of another region, and comments, in one line': (size) =>
    file(listOf(size, (index) => `'r${index}.example.com': '${corpusId(1)}'`, ',') + ' /* x */'.repeat(size)),
  'names of one function': (size) =>
    `${listOf(size, (index) => `const id${index} = 'x';`, '\n')}\nfunction f() {}\n${file('')}`,
  changes: (size) => `${file('')}${"x.clientIds['a'] = 'b';\n".repeat(size)}`,
  'chains of members': (size) => `${file('')} x${'?.clientIds'.repeat(size)};`,
  directives: (size) => file(listOf(size, () => `// genesys-oauth-disable-next-line\n'us-east-1': ''`)),
  'codes in a directive': (size) =>
    `// genesys-oauth-disable-next-line ${'code '.repeat(size)}\n${file("'us-east-1': ''")}`,
  'blanks in a directive': (size) =>
    `// genesys-oauth-disable-next-line${' '.repeat(size)}x\n${file("'us-east-1': ''")}`,
  'lines with nothing but blanks': (size) => `${file("'us-east-1': ''")}${' \t\n'.repeat(size)}`,
  'a line of blanks': (size) => file(`'us-east-1':${' '.repeat(size * 8)}'',`),
  'a value of blanks and letters': (size) => file(`'${REGION}': '${' x'.repeat(size * 4)}'`),
  'a value of braces': (size) => file(`'${REGION}': '${'{{'.repeat(size * 4)}'`),
  'a key of full width': (size) => file(`'${'ｍ'.repeat(size * 4)}': ''`),
  'a key of dots': (size) => file(`'${'a.'.repeat(size * 4)}': ''`),
  'a key of blanks': (size) => file(`'${' x'.repeat(size * 4)}': ''`),
  'signs of the framework that are none': (size) => 'window . '.repeat(size * 4),
  'names that look like the framework': (size) => `Framework ${' '.repeat(size * 8)}`.repeat(2),
  'the words around a declaration': (size) => `const Framework: ${'X<'.repeat(size * 4)}`,
  'the words around an assignment': (size) => `Object.assign(window, {${' '.repeat(size * 4)}`.repeat(4),
};

function checked(text: string): CheckedFile {
  return checkedFile(text, inspectFramework(text), ORGS, TODAY);
}

function hostile(...kinds: readonly string[]): typeof HOSTILE_FRAMEWORKS {
  return Object.fromEntries(kinds.map((what) => [what, HOSTILE_FRAMEWORKS[what] ?? String]));
}

const USED = hostile(
  'entries of one client',
  'entries with a comma missing',
  'comments behind an entry',
  'block comments between entries',
  'objects in objects',
);

/** As many as acorn itself could not read in time. */
const NAMES = hostile('names of one function');

/** Quicker by itself than with the reading of a file. */
const ELSEWHERE = Object.fromEntries(
  Object.entries(hostile('entries of a client of another region, and comments, in one line')).map(
    ([what, make]) => [what, (size: number) => checked(make(size))],
  ),
);

export const FRAMEWORK_READERS: readonly Growth[] = [
  ...eachOn({ 'read strictly': readStrictly }, NAMES, 1100),
  ...eachOn(CHECK, HOSTILE_FRAMEWORKS, 10),
  ...eachOn(USE, USED, 16),
  ...eachOn({ 'look up clients in': knowsClients }, ELSEWHERE, 48),
];

import { MOST_JUDGED } from '../../../src/core/framework/entries.ts';
import { corpusId } from './corpusOrgs.ts';

const ID = corpusId(0x301);
const MANY = 5000;

export function file(entries: string): string {
  return `window.Framework = { config: { clientIds: {${entries}}, settings: {} } };`;
}

function many(entry: (index: number) => string, separator = ',\n'): string {
  return file(`${Array.from({ length: MANY }, (_, index) => entry(index)).join(separator)}\n`);
}

function bytes(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, index) => (index * 7919 + index * index) % 256));
}

function byName(clientId: string, name: string): string {
  return `const ids = { 'mypurecloud.com': '${clientId}' }; window.Framework = { config: { clientIds: ${name} } };`;
}

const constants = Array.from({ length: MANY }, (_, index) => `const id${index} = 'x';\n`).join('');

/**
 * Texts that nobody writes by hand, as long as is looked into at most, with how many findings there are; undefined where that
 * is not the point.
 */
export const HOSTILE_TEXTS: readonly [string, string, number | undefined][] = [
  [
    '390 kB of code in one line',
    `${`call("${'x'.repeat(60)}");`.repeat(5600)}${file(`'mypurecloud.ie':'x'`)}`,
    1,
  ],
  ['a string of 390 kB', `var s = "${'x'.repeat(390_000)}";${file("'us-east-1':'x'")}`, 2],
  ['a value of 390 kB', file(`'mypurecloud.com':'${'x'.repeat(390_000)}'`), 1],
  ['a value of 390 kB of digits', file(`'mypurecloud.com':'${'3f-'.repeat(130_000)}'`), 1],
  ['a key of 390 kB', file(`'${'x'.repeat(390_000)}':'${ID}'`), 1],
  ['a comment of 390 kB', file(`/*${`"a":'b', `.repeat(39_000)}*/`), 1],
  ['390 kB of any bytes', bytes(390_000).toString('latin1'), 0],
  ['390 kB of any bytes, as UTF-8', bytes(390_000).toString('utf8'), 0],
  ['390 kB of nothing', '\0'.repeat(390_000), 0],
  ['390 kB of prose', 'ここに設定を書いてください。'.repeat(27_000), 0],
  ['half characters', `${file(`'\ud800mypurecloud.com':'\udc00'`)}${'\ud800'.repeat(100_000)}`, undefined],
  ['brackets deeper than the stack', `${file("'us-east-1':''")}${'['.repeat(200_000)}`, 1],
  ['objects deeper than the stack', `window.Framework={config:${'{a:'.repeat(100_000)}`, 1],
  ['templates in templates', file('') + '`${'.repeat(20_000), undefined],
  ['a value in 5,000 parentheses', file(`'a':${'('.repeat(MANY)}''${')'.repeat(MANY)}`), undefined],
  ['a comment of 390 kB beside a constant', `/*${'x * '.repeat(97_000)}*/${byName('ID', 'ids')}`, 1],
  [
    '5,000 times one constant',
    `const ID = 'x';${many((index) => `'r${index}.example.com':ID`)}`,
    2 * MOST_JUDGED + 1,
  ],
  [
    '5,000 constants',
    `${constants}${many((index) => `'r${index}.example.com':id${index}`)}`,
    2 * MOST_JUDGED + 1,
  ],
  ['a constant that is named 97,000 times', `${byName('', 'ids')}${'ids;'.repeat(97_000)}`, 1],
  ['5,000 regions that are none', many((index) => `'r${index}.example.com':'${ID}'`), MOST_JUDGED + 1],
  ['5,000 placeholders', many((index) => `'r${index}.example.com':'ID'`), 2 * MOST_JUDGED + 1],
  ['5,000 times one region', many(() => `'mypurecloud.ie':'x'`), MOST_JUDGED + 2],
  ['5,000 times one region in one line', many(() => `'mypurecloud.ie':'x'`, ','), MOST_JUDGED + 2],
  ['5,000 entries in comments', many((index) => `// 'r${index}':'${ID}',`, '\n'), 1],
  ['5,000 directives', `${'// genesys-oauth-disable-next-line\n'.repeat(MANY)}${file("'us-east-1':''")}`, 0],
  [
    '5,000 times one setting',
    `x = { settings: {${'dedicatedLoginWindow:true,'.repeat(MANY)}} };`,
    MOST_JUDGED + 1,
  ],
  ['5,000 clientIds', 'x={clientIds:{}};\n'.repeat(MANY), 0],
];

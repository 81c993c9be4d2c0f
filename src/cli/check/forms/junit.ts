import { type CheckResult, fails, grouped, type NotChecked, type Problem } from '../result.ts';
import type { Form } from './form.ts';
import { placeText } from './words.ts';

/** For test reports: one case for each file and code that was found in it, or for the file where nothing was. */
export const junitForm: Form = (result) => {
  const byPath = grouped(result.problems, ({ path }) => path);
  const faults = grouped(result.notChecked, ({ path }) => path);
  const paths = [...new Set([...result.checked, ...faults.keys()])];
  const cases = paths.flatMap((path) =>
    casesOf(path, byPath.get(path) ?? [], faults.get(path) ?? [], result),
  );
  const failures = cases.filter(({ outcome }) => outcome === 'failure').length;
  const errors = cases.filter(({ outcome }) => outcome === 'error').length;
  const counts = attributes({ name: 'genesys-oauth check', tests: cases.length, failures, errors });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${counts}>`,
    `  <testsuite${counts}>`,
    ...cases.map(({ xml }) => xml),
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
};

type Case = { readonly outcome: 'fine' | 'failure' | 'error'; readonly xml: string };

function casesOf(
  path: string,
  problems: readonly Problem[],
  faults: readonly NotChecked[],
  result: CheckResult,
): readonly Case[] {
  const ofCodes = [...grouped(problems, ({ code }) => code)].map(([code, found]) => {
    const text = found.map(({ range, text }) => `${placeText(path, range.start)}  ${text}`).join('\n');
    const [first] = found;
    const failing = found.find((problem) => fails(problem, result));
    return failing === undefined
      ? testCase(path, code, 'fine', `<system-out>${escaped(text)}</system-out>`)
      : testCase(path, code, 'failure', element('failure', failing.severity, first?.text ?? '', text));
  });
  const notChecked = faults.map(({ position, reason }) =>
    testCase(path, 'check', 'error', element('error', 'not-checked', reason, placeText(path, position))),
  );
  const all = [...ofCodes, ...notChecked];
  return all.length === 0 ? [testCase(path, 'check', 'fine', '')] : all;
}

function testCase(path: string, name: string, outcome: Case['outcome'], inner: string): Case {
  const open = `    <testcase${attributes({ classname: path, name, file: path })}`;
  return { outcome, xml: inner === '' ? `${open}/>` : `${open}>${inner}</testcase>` };
}

function element(tag: string, type: string, message: string, text: string): string {
  return `<${tag}${attributes({ type, message })}>${escaped(text)}</${tag}>`;
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapedValue(String(value))}"`)
    .join('');
}

/** What XML 1.0 has no way to write, halves of surrogate pairs among it. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, '\uFFFD')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** A line end in an attribute would be read as a blank. */
function escapedValue(text: string): string {
  return escaped(text).replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}

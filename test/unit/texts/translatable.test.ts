import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { repoFolder } from '../../host/paths.ts';

/** What models and programs read, or the log holds, which are in English. */
const NOT_FOR_PEOPLE = [
  ...[
    'src/core/agents/',
    'src/host/agents/',
    'src/cli/mcp/',
    'src/cli/requests/forms.ts',
    'src/cli/requests/schemas.ts',
  ],
  ...['src/core/files/readable.ts', 'src/core/operations/run.ts', 'src/core/privileges/knownOperations.ts'],
];

/** Names of fields on an identity provider's own page, and of what others call so. */
const NAMES = new Set(['Application username format']);

describe('Every sentence that a person reads', () => {
  for (const folder of ['src/core', 'src/host', 'src/cli', 'src/disk', 'webview'])
    it(`goes through l10n.t (${folder})`, () => {
      const found = readdirSync(join(repoFolder, folder), { recursive: true, encoding: 'utf8' })
        .map((path) => `${folder}/${path}`)
        .filter((path) => path.endsWith('.ts') && !NOT_FOR_PEOPLE.some((left) => path.startsWith(left)))
        .flatMap((path) =>
          untranslated(readFileSync(join(repoFolder, path), 'utf8')).map((text) => `${path}: ${text}`),
        );
      assert.deepEqual(found, []);
    });

  it('would be found where it does not', () => {
    assert.deepEqual(untranslated("tell('Nothing was saved.');"), ['Nothing was saved.']);
    assert.deepEqual(
      untranslated("tell(l10n.t('Nothing was (really) saved: {0}', a ? 'x' : 'y')); // Not a bit of it"),
      [],
    );
    assert.deepEqual(
      untranslated("throw new Error('Nothing was saved.'); log.warn(`Nothing was saved`);"),
      [],
    );
  });
});

/** The texts in code of three words and more, one of them no code, that are translated nowhere. */
function untranslated(code: string): readonly string[] {
  return withoutCalls(
    code.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/[^\n]*/g, ''),
    /(?:\bl10n\.t|\bError|EndedEarly|NotSteered|\blog\.\w+|\bregExp|\bRegExp)\(/,
  )
    .split('\n')
    .filter((line) => !/^import |class=/.test(line))
    .flatMap((line) =>
      [...line.matchAll(/'([^']*)'|`([^`]*)`/g)].map(([, quoted, template]) => quoted ?? template ?? ''),
    )
    .filter((text) => /^[A-Z][a-z]+(?:,? [a-z]+){2}/.test(text) && !NAMES.has(text));
}

/** Code without the calls of these functions, with all that they are given. */
function withoutCalls(code: string, call: RegExp): string {
  const found = call.exec(code);
  if (found === null) return code;
  let depth = 1;
  let quote = '';
  let end = found.index + found[0].length;
  for (; depth > 0 && end < code.length; end += 1) {
    const letter = code[end] ?? '';
    if (letter === '\\') end += 1;
    else if (quote !== '') quote = letter === quote ? '' : quote;
    else if (/['"`]/.test(letter)) quote = letter;
    else if (letter === '(') depth += 1;
    else if (letter === ')') depth -= 1;
  }
  return code.slice(0, found.index) + withoutCalls(code.slice(end), call);
}

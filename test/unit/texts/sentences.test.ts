import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { roleForScim } from '../../../src/core/findings/roleForScim.ts';
import type { CallNote } from '../../../src/core/privileges/calls/reading.ts';
import { callNoteText } from '../../../src/core/texts/calls.ts';
import { asSentence, inOneText, listed } from '../../../src/core/texts/sentences.ts';
import { repoFolder } from '../../host/paths.ts';

/** A blank that no Japanese text has: behind a full stop, or before a particle. */
const STRAY_BLANK =
  /[。、] |[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}] [はがをにのへと](?=[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}、 /])/u;

/** Two texts of which one is a sentence, with a blank between them that Japanese does not have. */
const JOINED =
  /\$\{(?:[\w.]*\b(?:what|why|next|advice|sentence|remark)|[^{}`]*\bl10n\.t\([^{}`]*)\} \$\{|\} \$\{(?:l10n\.t\(|(?:\w+\.)?(?:why|next|advice)\})|(?:sentences|remarks|texts|faults)\]?\.join\(' '\)/i;

/** Lists that programs and AI agents read, or that are typed again. */
const FOR_PROGRAMS = [
  ...[
    'src/core/agents/',
    'src/core/framework/parse.ts',
    'src/core/procedures/namedAccess.ts',
    'src/cli/completion/',
  ],
  ...['src/host/log.ts', 'webview/steps/planStep.ts', 'src/core/report/csv'],
];

/** The lines of the code in which a pattern is. */
function linesWith(pattern: RegExp): string[] {
  return ['src/core', 'src/host', 'src/cli', 'webview'].flatMap((folder) =>
    readdirSync(join(repoFolder, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) =>
        readFileSync(join(repoFolder, folder, path), 'utf8')
          .split('\n')
          .filter((line) => pattern.test(line))
          .map((line) => `${folder}/${path}: ${line.trim()}`),
      ),
  );
}

describe('Sentences in one text', () => {
  it('are parted by a blank, but not in Japanese', () => {
    assert.equal(inOneText(['It failed.', '', 'Try again.']), 'It failed. Try again.');
    assert.equal(inOneText(['失敗しました。', 'やり直してください。']), '失敗しました。やり直してください。');
    assert.equal(inOneText(['HTTP 500', 'Try again.']), 'HTTP 500 Try again.');
    assert.equal(inOneText([]), '');
  });

  it('are told apart in a list, whatever blanks are in them', () => {
    const calls = ['GET /users', 'PUT /users/{id}', 'GET /roles'];
    assert.equal(listed(calls, 'en'), 'GET /users, PUT /users/{id}, GET /roles');
    assert.equal(listed(calls, 'ja'), 'GET /users、PUT /users/{id}、GET /roles');
    assert.equal(listed([], 'ja'), '');
  });

  it('are joined in no other way in the code', () => {
    // What a page has beside each other is no text: test/webview/pseudo.test.ts looks at it.
    assert.deepEqual(
      linesWith(JOINED).filter((line) => !line.startsWith('webview/')),
      [],
    );
  });

  it('that hold a list leave it to Intl how that is written', () => {
    const found = linesWith(/\.join\(', '\)/).filter(
      (line) => !FOR_PROGRAMS.some((path) => line.startsWith(path)),
    );
    assert.deepEqual(found, []);
  });

  for (const joined of [
    `\`\${what} \${why}\``,
    `\`\${difference(words)} \${l10n.t('x')}\``,
    `\`\${text.what} \${text.why}\``,
    "[nothingFoundText(), ...remarks].join(' ')",
  ])
    it(`would be found: ${joined}`, () => assert.match(joined, JOINED));
});

describe('The Japanese texts', () => {
  let japanese: Record<string, string>;

  beforeEach(() => {
    japanese = JSON.parse(readFileSync(join(repoFolder, 'l10n/bundle.l10n.ja.json'), 'utf8'));
    l10n.config({ contents: japanese });
  });

  afterEach(() => l10n.config({ contents: {} }));

  it('have no blank behind a full stop or before a particle', () => {
    const found = Object.values(japanese).filter((text) => STRAY_BLANK.test(text));
    assert.deepEqual(found, []);
  });

  it('have none where what a reader says names a line', () => {
    const at = [
      { file: undefined, line: 8 },
      { file: 'src/a.ts', line: 8 },
    ];
    const notes: readonly CallNote[] = at.flatMap((place) =>
      (['removed-api', 'built-at-run-time', 'unknown-endpoint'] as const).map((kind) => ({ kind, ...place })),
    );
    for (const note of notes) assert.doesNotMatch(callNoteText(note), /行目 /);
  });

  it('have none where a finding is made of two sentences', () => {
    const words = { role: 'SCIM', added: 'a:b:c', taken: '' };
    assert.doesNotMatch(roleForScim['altered-role'].text(words), STRAY_BLANK);
  });
});

describe('What stands behind a colon elsewhere', () => {
  it('begins as a sentence where it stands alone, in letters that have capitals', () => {
    assert.deepEqual(['you choose another client.', 'é', '組織の内容', '🔑 key', ''].map(asSentence), [
      'You choose another client.',
      'É',
      '組織の内容',
      '🔑 key',
      '',
    ]);
  });
});

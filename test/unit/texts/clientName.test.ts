import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import type { FieldDifference } from '../../../src/core/clients/difference.ts';
import { accessRequest } from '../../../src/core/texts/accessRequest.ts';
import * as changes from '../../../src/core/texts/clientChanges.ts';
import { clientName } from '../../../src/core/texts/clientName.ts';
import { newSecretNotKeptText, secretNotChangedText } from '../../../src/core/texts/secrets.ts';
import { wizardTitle } from '../../../src/core/texts/steps.ts';
import { repoFolder } from '../../host/paths.ts';

const ID = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';
const error = { kind: 'server-error', answer: { status: 500 } } as const;
const differences: readonly FieldDifference[] = [{ kind: 'value', field: 'name', before: 'A', after: 'B' }];
const CHANGES = ['activate', 'deactivate'] as const;

/** Every text that is told of one client, as it is said of one that is called this. */
function texts(name: string): Readonly<Record<string, unknown>> {
  const client = { id: ID, name };
  const waiting = { ...client, dateToDelete: '2026-12-01T00:00:00Z' };
  const ofEach = CHANGES.flatMap((kind) => [
    changes.changeQuestion([{ kind }], client, 'Acme').question,
    changes.changedText([{ kind }], client),
  ]);
  return {
    name: clientName(client),
    'a change, asked and done': ofEach,
    'several changes, asked and done': [
      changes.changeQuestion([], client, 'Acme').question,
      changes.changedText([], client),
    ],
    'a restoration, asked and done': [
      changes.changeQuestion([{ kind: 'activate' }], waiting, 'Acme').question,
      changes.changedText([{ kind: 'activate' }], waiting),
    ],
    unchanged: changes.unchangedText(client),
    undone: changes.undoneText(client),
    'not undone': changes.notUndone(client),
    'refused change': changes.refusedChangeText(client, {
      kind: 'too-many-redirect-uris',
      count: 101,
      max: 100,
    }),
    'unknown grant type': changes.unknownGrantTypeText(client, 'X'),
    'failed change': changes.failedChangeText(client, error),
    'uncertain change': changes.uncertainChangeText(client, { error, lookup: undefined }),
    'unexpected change': changes.unexpectedChangeText(client, differences),
    'failed undo': changes.failedUndoText(client, error),
    'refused undo': changes.refusedUndoText(client, differences),
    unread: changes.unreadClientText(client, error),
    'deletion, asked': changes.deletionQuestion(client, 'Acme'),
    'deletion, done': (['deleted', 'accepted', 'waiting'] as const).map((kind) =>
      changes.deletedText(client, { kind }, 'en'),
    ),
    'deletion, failed': (['as-it-was', 'inactive', 'unknown'] as const).map(
      (left) => changes.notDeletedText(client, { error, left }).what,
    ),
    'secret not changed': secretNotChangedText(client, error),
    'secret not kept': newSecretNotKeptText(client, 'locked'),
    request: accessRequest(
      { permissions: ['oauth:client:edit'], roles: [] },
      { ...client, orgName: 'Acme', region: 'mypurecloud.ie' },
    ),
    title: wizardTitle('edit', {
      edits: { record: client, orgId: 'o', orgName: 'Acme', region: 'mypurecloud.ie', practice: false },
    }),
  };
}

describe('A client without a name', () => {
  for (const name of ['', '  '])
    for (const [what, text] of Object.entries(texts(name)))
      it(`is called by its ID in words: ${what}, where the name is "${name}"`, () => {
        assert.deepEqual(text, texts(`(no name) ${ID}`)[what]);
        assert.match(JSON.stringify(text), /\(no name\) 5f0c3c1e/);
      });

  it('is asked for by that in every text there is', () => {
    const inTexts = readdirSync(join(repoFolder, 'src/core/texts'), { encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => readFileSync(join(repoFolder, 'src/core/texts', path), 'utf8').split('\n'));
    const tested = Object.keys(changes).filter((name) =>
      inTexts.some(
        (line) => line.includes(`function ${name}(`) && /client: NamedClient|before: Before/.test(line),
      ),
    );
    const here = readFileSync(join(repoFolder, 'test/unit/texts/clientName.test.ts'), 'utf8');
    assert.deepEqual(
      tested.filter((name) => !here.includes(`changes.${name}(`)),
      [],
    );
  });
});

/** The texts of all calls of l10n.t in a source. */
function sentencesIn(source: string): string[] {
  return source
    .split('l10n.t(')
    .slice(1)
    .map((rest) => {
      let depth = 1;
      const end = [...rest].findIndex((character) => {
        if (character === '(') depth += 1;
        if (character === ')') depth -= 1;
        return depth === 0;
      });
      return rest.slice(0, end);
    });
}

/** A name of a client as it came, in a sentence. */
const RAW_NAME = /\b(client|record|before|after|chosen|edits|found)\??\.name\b/;

describe('A sentence with the name of a client', () => {
  const sources = ['src', 'webview'].flatMap((folder) =>
    readdirSync(join(repoFolder, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts') && !path.startsWith('src/practiceOrg/')),
  );

  it('asks clientName for it, everywhere', () => {
    const raw = sources.flatMap((path) =>
      sentencesIn(readFileSync(join(repoFolder, path), 'utf8'))
        .filter((sentence) => RAW_NAME.test(sentence))
        .map((sentence) => `${path}: ${sentence}`),
    );
    assert.deepEqual(raw, []);
  });

  it('would be found where it does not', () => {
    const [sentence] = sentencesIn('tell(l10n.t(\'Delete "{0}" (for good)?\', client.name), true)');
    assert.ok(sentence !== undefined && RAW_NAME.test(sentence));
  });
});

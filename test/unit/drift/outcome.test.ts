import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { NotCompared } from '../../../src/core/drift/comparison.ts';
import { columnsOf } from '../../../src/core/texts/columns.ts';
import { sidesOf } from '../../../src/core/texts/drift.ts';
import { nothingDiffersText } from '../../../src/core/texts/driftOutcome.ts';
import { AGENT_CLIENT, ofFramework } from './scenes.ts';

function nameless(line: number): NotCompared {
  return {
    of: { kind: 'file', uri: 'file:///framework.js', path: 'framework.js', line },
    why: { kind: 'no-client-id' },
  };
}

describe('What a comparison came to', () => {
  it('sums up what names no client, however much that is, and still says what else was not compared', () => {
    const signedOut = { ...nameless(99), why: { kind: 'signed-out' } } as const;
    const text = nothingDiffersText(
      {
        compared: [],
        notCompared: [...Array.from({ length: 40 }, (_, line) => nameless(line + 1)), signedOut],
      },
      'en',
    );
    assert.equal(
      text,
      'Nothing was compared. framework.js, line 99: not compared. Nobody is signed in to its organization. 40 entries name no client.',
    );
    assert.match(
      nothingDiffersText({ compared: [], notCompared: [nameless(1)] }, 'en'),
      /1 entry names no client\.$/,
    );
  });

  it('is shown side by side in lines that fit, with addresses whole', () => {
    const address =
      'https://apps.mypurecloud.jp/crm/a-page-of-some-length/another-folder/and-one-more/index.html';
    const [comparison] = ofFramework([
      {
        ...AGENT_CLIENT,
        registeredRedirectUri: [address],
        description: 'one word after the other '.repeat(20),
      },
    ]).compared;
    assert.ok(comparison);
    for (const side of Object.values(sidesOf(comparison, 'en'))) {
      const lines = side.split('\n');
      for (const line of lines) assert.ok(columnsOf(line) <= 80 || line.trim().startsWith(address), line);
      assert.ok(lines.includes(`  ${address}`));
      const sentences = lines.slice(lines.lastIndexOf('', lines.length - 2));
      for (const line of sentences) assert.ok(columnsOf(line) <= 46 || !line.trim().includes(' '), line);
    }
  });
});

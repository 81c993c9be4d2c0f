import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { describeStart } from '../host/startTexts.ts';

describe('What a person reads once npm start runs', () => {
  it('says in Japanese what is in Japanese and what is not: VS Code itself stays English', () => {
    const text = describeStart('ja', 'http://127.0.0.1:1/');
    assert.match(text, /日本語になるのは、この拡張機能/);
    assert.match(text, /VS Code 自体の.*英語のまま/);
    assert.match(text, /言語パックは Marketplace/);
    assert.ok(text.includes('http://127.0.0.1:1/'));
  });
});

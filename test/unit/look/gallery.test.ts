import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { galleryHtml } from '../../look/gallery.ts';

const PICTURE = { file: 'review.en.png', view: 'review', theme: 'dark-2026', language: 'en', faults: [] };

describe('The gallery', () => {
  it('shows each picture by its name, and what is wrong with it, as text', () => {
    const html = galleryHtml([PICTURE, { ...PICTURE, language: 'ja', faults: ['image-alt: <img src="x">'] }]);
    assert.match(html, /<figcaption>review · dark-2026 · en<\/figcaption><a href="review\.en\.png">/);
    assert.match(html, /<li>image-alt: &lt;img src=&quot;x&quot;&gt;<\/li>/);
    assert.match(html, /data-language="ja" data-faults="1"/);
  });

  it('is filtered by view, theme and language, and offers each once', () => {
    const html = galleryHtml([PICTURE, { ...PICTURE, theme: 'light-2026' }, { ...PICTURE, view: 'details' }]);
    for (const name of ['review', 'details', 'dark-2026', 'light-2026', 'en'])
      assert.equal(html.split(`<option>${name}</option>`).length, 2, name);
  });

  it('needs no network', () => {
    assert.doesNotMatch(galleryHtml([PICTURE]), /https?:|@import|url\(|fetch\(/);
  });
});

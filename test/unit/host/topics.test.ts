import assert from 'node:assert/strict';
import * as l10n from '@vscode/l10n';
import { afterEach, describe, it } from 'mocha';
import { topicUrl } from '../../../src/core/texts/topicUrl.ts';
import { Topic } from '../../../src/core/wizard/messages.ts';
import { languages, textsIn } from '../../languages.ts';

describe('Learn more', () => {
  afterEach(() => l10n.config({ contents: {} }));

  for (const language of languages) {
    it(`opens a page of Genesys for every topic, over https (${language})`, async () => {
      l10n.config({ contents: await textsIn(language) });
      const addresses = Topic.options.map((topic) => new URL(topicUrl(topic)));
      for (const { protocol, hostname } of addresses) {
        assert.equal(protocol, 'https:');
        assert.match(hostname, /^(?:developer\.genesys\.cloud|(?:[a-z]{2}-)?help\.mypurecloud\.com)$/);
      }
      assert.equal(new Set(addresses.map(String)).size, Topic.options.length);
    });
  }

  it('opens the Japanese help for who reads Japanese, under the name that each translation has', async () => {
    assert.equal(new URL(topicUrl('scim')).hostname, 'help.mypurecloud.com');
    assert.match(topicUrl('scim-onelogin'), /configure-onelogin-for-purecloud-scim/);
    l10n.config({ contents: await textsIn('ja') });
    assert.equal(
      topicUrl('oauth-clients'),
      'https://jp-help.mypurecloud.com/articles/create-an-oauth-client/',
    );
    assert.match(topicUrl('scim-onelogin'), /^https:\/\/jp-help.*onelogin-for-genesys-cloud-scim/);
  });
});

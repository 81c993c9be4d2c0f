import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { topicUrl } from '../../../src/core/texts/topicUrl.ts';
import { Topic } from '../../../src/core/wizard/messages.ts';

describe('Learn more', () => {
  it('opens a page of Genesys for every topic, over https', () => {
    const hosts = new Set(Topic.options.map((topic) => new URL(topicUrl(topic, 'en')).hostname));
    assert.deepEqual([...hosts].sort(), ['developer.genesys.cloud', 'help.mypurecloud.com']);
    assert.ok(Topic.options.every((topic) => topicUrl(topic, 'en').startsWith('https://')));
    for (const language of ['en', 'ja']) {
      const addresses = new Set(Topic.options.map((topic) => topicUrl(topic, language)));
      assert.equal(addresses.size, Topic.options.length);
    }
  });

  it('opens the Japanese help for who reads Japanese, and English for everybody else', () => {
    assert.equal(
      topicUrl('oauth-clients', 'ja'),
      'https://jp-help.mypurecloud.com/articles/create-an-oauth-client/',
    );
    for (const language of ['en', 'de', 'fr']) {
      assert.equal(new URL(topicUrl('scim', language)).hostname, 'help.mypurecloud.com');
    }
  });

  it('S6: opens the guide of an identity provider under the name that each translation has', () => {
    assert.match(topicUrl('scim-onelogin', 'en'), /configure-onelogin-for-purecloud-scim/);
    assert.match(topicUrl('scim-onelogin', 'ja'), /^https:\/\/jp-help.*onelogin-for-genesys-cloud-scim/);
  });
});

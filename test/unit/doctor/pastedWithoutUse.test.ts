import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSymptoms } from '../../../src/core/doctor/reading/readSymptoms.ts';
import { Told } from '../../../src/core/doctor/symptom.ts';
import { cases } from '../../fuzz/cases.ts';
import { cpuMilliseconds } from '../../host/cpuTime.ts';

const ID = '0a1b2c3d-1111-4222-8333-444455556666';
const OTHER_ID = '0a1b2c3d-1111-4222-8333-444455557777';

const apiBody = (code: string, message: string, status: number) =>
  JSON.stringify({ message, code, status, contextId: 'c-1', details: [], errors: [] });

describe('What does not help', () => {
  const kinds = (text: string) => readSymptoms(text).notes.map(({ kind }) => kind);

  it('is said: nonsense, and nothing at all', () => {
    assert.deepEqual(kinds('my cat sat on the keyboard'), ['nothing-told']);
    assert.deepEqual(kinds('   \n'), []);
  });

  it('is said: an error of another product', () => {
    for (const text of [
      '{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided."}',
      'https://accounts.google.com/o/oauth2/auth?error=access_denied',
      'POST https://contoso.okta.com/oauth2/v1/token 401 invalid_client',
    ]) {
      const told = readSymptoms(text);
      assert.deepEqual([told.symptoms, told.notes.map(({ kind }) => kind)], [[], ['other-product']], text);
    }
  });

  it("is said: a host that nobody knows may be a company's own in front of Genesys Cloud, or another product's", () => {
    const host = 'login.genesys.contoso.example';
    const asked = `https://${host}/oauth/authorize?response_type=code&client_id=${ID}&redirect_uri=https%3A%2F%2Fapps.mypurecloud.jp%2Fcrm%2Findex.html`;
    const refused = '{"error":"invalid_client","error_description":"client not found"}';
    const har = (url: string) =>
      JSON.stringify({
        log: {
          entries: [
            {
              request: {
                method: 'POST',
                url,
                postData: { text: `client_id=${ID}&grant_type=client_credentials` },
              },
              response: { status: 400, content: { text: refused } },
            },
          ],
        },
      });
    for (const text of [
      `${asked}\n${refused}`,
      `POST https://${host}/gateway/oauth/token client_id=${ID} ${refused}`,
      har(`https://${host}/login/oauth/token`),
    ]) {
      const { symptoms, clientIds, requests, hosts, notes } = readSymptoms(text);
      assert.deepEqual(
        symptoms.map((each) => each.kind === 'oauth-error' && each.code),
        ['invalid_client'],
        text,
      );
      assert.deepEqual([clientIds, hosts], [[ID], []], text);
      assert.deepEqual(notes, [{ kind: 'company-hosts', hosts: [host] }], text);
      if (!text.startsWith('POST')) assert.equal(requests[0]?.clientId, ID, text);
    }
  });

  it('is said: several clients at once', () => {
    const { clientIds, notes } = readSymptoms(`client_id=${ID} failed\nclient_id=${OTHER_ID} failed`);
    assert.deepEqual(clientIds, [ID, OTHER_ID]);
    assert.deepEqual(notes, [{ kind: 'several-clients', clientIds: [ID, OTHER_ID] }]);
  });

  it('is said: more than 5 MB', () => {
    assert.deepEqual(readSymptoms('x'.repeat(5_000_001)).notes, [{ kind: 'too-large', mostMegabytes: 5 }]);
  });

  it('takes no longer with the square of its length', () => {
    const texts = [
      'client ',
      'permissions assigned: ',
      '[',
      'https://',
      '{"a":"',
      '/api/v2/',
      'invalid_client ',
    ];
    for (const text of texts) {
      const spent = (length: number) => {
        const before = process.cpuUsage();
        readSymptoms(text.repeat(Math.ceil(length / text.length)).slice(0, length));
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      };
      spent(100_000);
      const [small, large] = [spent(600_000), spent(4_800_000)];
      assert.ok(large < 24 * Math.max(small, 20), `${text}: ${small} ms, then ${large} ms of CPU`);
    }
  });

  it('takes little longer than parsing it, however many JSON texts are in it, and says that only the first were looked at', async () => {
    const refused = apiBody('missing.permissions', 'missing the following permission(s): a:b:c', 403);
    const text = JSON.stringify([refused, ...Array.from({ length: 300_000 }, (_, at) => `{"a":${at % 10}}`)]);
    const least = async (work: () => unknown) =>
      Math.min(await cpuMilliseconds(work), await cpuMilliseconds(work), await cpuMilliseconds(work));
    const [ours, parsing] = [await least(() => readSymptoms(text)), await least(() => JSON.parse(text))];
    assert.ok(ours <= 2.5 * parsing, `${ours} ms beside ${parsing} ms of CPU`);
    const { symptoms, notes } = readSymptoms(text);
    assert.equal(symptoms.length, 1);
    const [first] = notes;
    assert.ok(first?.kind === 'first-values' && first.count > 900, JSON.stringify(notes));
  });

  it('is said: that of very many logins in a HAR only the first answers were looked at', () => {
    const request = { method: 'POST', url: 'https://login.mypurecloud.com/oauth/token' };
    const response = { status: 200, content: { text: '{"access_token":"x","expires_in":5}' } };
    const entries = Array.from({ length: 2000 }, () => ({ request, response }));
    const kinds = readSymptoms(JSON.stringify({ log: { entries } })).notes.map(({ kind }) => kind);
    assert.deepEqual(kinds, ['went-well', 'first-values', 'masked']);
  });

  it('never throws, and is always what it says it is', () => {
    const bits = [
      'client_id=',
      ID,
      '"error":',
      'invalid_client',
      '{',
      '}',
      '[',
      '"',
      'https://login.mypurecloud.com/?error=',
      '\n',
      'ip.not.authorized',
      '%',
      '…',
      'HTTP/1.1 401',
      '/api/v2/users',
      'Refused to frame',
    ];
    const text = fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ maxLength: 6 })), { maxLength: 30 });
    fc.assert(
      fc.property(text, (parts) => {
        assert.ok(Told.safeParse(readSymptoms(parts.join(''))).success);
      }),
      { numRuns: cases(300) },
    );
  });
});

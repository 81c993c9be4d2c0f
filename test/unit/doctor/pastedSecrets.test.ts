import assert from 'node:assert/strict';
import { readSymptoms } from '../../../src/core/doctor/reading/readSymptoms.ts';

const ID = '0a1b2c3d-1111-4222-8333-444455556666';

describe('A secret in what is pasted', () => {
  const SECRET = 'cAn4ry-9dK2LmQ7xTz0VbN5hRw8YpEsG3fJuAoC1iD6v';

  const pasted: Readonly<Record<string, string>> = {
    'an address': `https://login.mypurecloud.com/oauth/authorize?client_id=${ID}&redirect_uri=https%3A%2F%2Fa.example%2F%3Ftoken%3D${SECRET}&response_type=code&state=${SECRET}`,
    'an address that came back': `https://a.example/cb#access_token=${SECRET}&error=invalid_grant&error_description=secret%3D${SECRET}&state=1`,
    'a description': JSON.stringify({
      error: 'invalid_client',
      error_description: `secret ${SECRET} is wrong`,
    }),
    'a JSON error': JSON.stringify({
      code: 'bad.credentials',
      status: 401,
      message: `token ${SECRET}`,
      secret: SECRET,
    }),
    'a token answer': JSON.stringify({ access_token: SECRET, refresh_token: SECRET, expires_in: 5 }),
    'a HAR': JSON.stringify({
      log: {
        entries: [
          {
            request: {
              method: 'POST',
              url: `https://api.mypurecloud.com/api/v2/users/${SECRET}?access_token=${SECRET}`,
              headers: [{ name: 'Authorization', value: `Bearer ${SECRET}` }],
              postData: { text: `grant_type=client_credentials&client_secret=${SECRET}&client_id=${SECRET}` },
            },
            response: { status: 401, content: { text: `invalid_client ${SECRET}` } },
          },
        ],
      },
    }),
    'a log line': `GET https://api.mypurecloud.com/api/v2/users Authorization: Bearer ${SECRET} 401 bad.credentials ${SECRET}`,
    'a command': `curl -u ${ID}:${SECRET} -H 'Authorization: Bearer ${SECRET}' https://login.mypurecloud.com/oauth/token -d client_secret=${SECRET}\n{"error":"invalid_client","error_description":"${SECRET}"}`,
    'a console': `Refused to frame 'https://apps.mypurecloud.com/?token=${SECRET}' from 'https://${SECRET}.example'`,
    'a host': `Could not resolve host: ${SECRET}.example.com`,
    'JSON in JSON': JSON.stringify({
      log: JSON.stringify({ error: 'invalid_grant', error_description: SECRET }),
    }),
  };

  for (const [what, text] of Object.entries(pasted)) {
    it(`never comes out of ${what}`, () => {
      const told = readSymptoms(text);
      assert.ok(!JSON.stringify(told).toLowerCase().includes(SECRET.toLowerCase()), JSON.stringify(told));
      assert.ok(told.symptoms.length + told.requests.length + told.notes.length > 0);
    });
  }

  it('is told to have been left out', () => {
    for (const name of ['a command', 'a HAR', 'a token answer'])
      assert.ok(
        readSymptoms(pasted[name] ?? '').notes.some(({ kind }) => kind === 'masked'),
        name,
      );
  });
});

import assert from 'node:assert/strict';
import { readCalls } from '../../../../src/core/privileges/calls/pasted/readCalls.ts';
import { withoutSecrets } from '../../../../src/core/privileges/calls/secretsInText.ts';
import { readSource } from '../../../../src/core/privileges/calls/source/readSource.ts';
import { SOME_OPERATIONS } from './told.ts';

const CANARY = 'Zq7kw93aLmCanary0123456789';
const BASIC = btoa(`0123456789:${CANARY}`);
const URL = 'https://api.mypurecloud.com/api/v2/users/me';

/** Everything that can be pasted, with a secret wherever such a thing has one. */
const WITH_SECRETS: Record<string, string> = {
  'a header in text': `GET ${URL}\nAuthorization: Bearer ${CANARY}\nProxy-Authorization: Basic ${BASIC}\nCookie: a=1; session=${CANARY}`,
  'an address with a name and a password': `GET https://somebody:${CANARY}@api.mypurecloud.com/api/v2/users/me`,
  'a code behind a hash': `GET ${URL}#code=${CANARY}&state=1`,
  'a query': `GET ${URL}?access_token=${CANARY}&code=${CANARY}#id_token=${CANARY}`,
  'curl in bash': `curl -u 'id:${CANARY}' -H 'Authorization: Bearer ${CANARY}' -b 'sid=${CANARY}' --data 'client_secret=${CANARY}' ${URL}`,
  'curl in cmd': `curl ^"${URL}^" ^\n -H ^"authorization: Bearer ${CANARY}^" ^\n -b ^"a=${CANARY}^"`,
  'curl, with an option and its value in one': `curl -uid:${CANARY} --user id:${CANARY} --oauth2-bearer ${CANARY} ${URL}`,
  PowerShell: `$headers = @{ Authorization = "Bearer ${CANARY}" }\nInvoke-RestMethod -Uri '${URL}' -Headers $headers`,
  'a HAR': JSON.stringify({
    log: {
      entries: [
        {
          request: {
            method: 'GET',
            url: `${URL}?access_token=${CANARY}`,
            headers: [
              { name: 'Authorization', value: `Bearer ${CANARY}` },
              { name: 'Cookie', value: `sid=${CANARY}` },
            ],
            postData: { text: `{"client_secret":"${CANARY}","password":"a \\"b ${CANARY}"}` },
          },
          response: { content: { text: `{"access_token":"${CANARY}"}` } },
        },
      ],
    },
  }),
  'a Postman collection': JSON.stringify(
    {
      variable: [
        { key: 'access_token', value: CANARY },
        { key: 'client_secret', value: CANARY, type: 'string' },
        { key: 'plain', value: 'https://api.mypurecloud.com' },
      ],
      item: [
        {
          request: {
            auth: { type: 'bearer', bearer: [{ key: 'token', value: CANARY, type: 'string' }] },
            method: 'GET',
            url: { raw: `{{plain}}/api/v2/users/{{access_token}}?x={{client_secret}}` },
            body: { urlencoded: [{ key: 'client_secret', value: CANARY }] },
          },
        },
      ],
    },
    undefined,
    2,
  ),
  'a log line in JSON': `{"msg":"{\\"access_token\\":\\"${CANARY}\\"}","method":"GET","url":"${URL}"}`,
  'a description of an API': JSON.stringify({
    swagger: '2.0',
    paths: { '/api/v2/users': { get: { example: { client_secret: CANARY, token: CANARY } } } },
  }),
  'the same in YAML': `openapi: 3.0.0\npaths:\n  /api/v2/users:\n    get:\n      client_secret: ${CANARY}\n`,
  'a gc command': `gc users list --clientid 1 --clientsecret ${CANARY} --accesstoken ${CANARY}\nexport GENESYSCLOUD_OAUTHCLIENT_SECRET=${CANARY}`,
  Terraform: `provider "genesyscloud" {\n  oauthclient_secret = "${CANARY}"\n  access_token = "${CANARY}"\n}\nresource "genesyscloud_user" "u" {\n  password = "${CANARY}"\n}`,
  'a table': `| GET | ${URL} | token=${CANARY} |\nGET,${URL},"password: ${CANARY}"`,
  'a properties file': `genesys.client.secret=${CANARY}\napi-key: ${CANARY}\nGET ${URL}`,
  code: `const clientSecret = '${CANARY}';\nclient.setAccessToken("${CANARY}");\nawait fetch('${URL}', { headers: { authorization: \`Bearer \${t}\` } })`,
  'the cookies of a HAR, whatever they are called': `{"log":{"entries":[{"request":{"method":"GET","url":"${URL}","cookies":[{"name":"PC]1","path":"/","value":"x${CANARY}"},{"value":"y${CANARY}","name":"b"}]}}]}}`,
  'headers that code sets': `fetch('${URL}', { headers })\nheaders['Authorization'] = '${CANARY}';\nreq.Header.Set("Authorization", "${CANARY}")\nrequest.addHeader('Cookie', 'sid=${CANARY}')`,
  'variables in brackets': `GET ${URL}\nos.environ["CLIENT_SECRET"] = "${CANARY}"\nconfig['password']: '${CANARY}'`,
  'a secret in the next line of YAML': `GET ${URL}\npassword: >\n  ${CANARY}\nclient_secret: |-\n    ${CANARY}`,
  XML: `GET ${URL}\n<password>${CANARY}</password>\n<clientSecret value="${CANARY}"/>`,
  'a list of secrets': `GET ${URL}\n{"clientSecrets":["${CANARY}"]}\ntokens: ["${CANARY}"]`,
  'a header in two lines': `curl ${URL} -H 'Authorization: Bearer \\\n  ${CANARY}'`,
  'a member behind the name, with others between': `GET ${URL}\n{"key":"client_secret","type":"text","value":"${CANARY}"}\n{"value":"${CANARY}","key":"token"}`,
  'a header of Digest': `GET ${URL}\nAuthorization: Digest username="u", realm="r", nonce="${CANARY}", uri="/x", qop=auth,\n  response="${CANARY}"\ncurl -H "Authorization: Digest username=\\"u\\", response=\\"${CANARY}\\"" ${URL}\ncurl -H 'Authorization: Digest username="u", response="${CANARY}"' ${URL}`,
  'a token that code adds to its kind': `fetch('${URL}', { headers: { Authorization: "Bearer " + "${CANARY}" } });\nheaders = "Bearer " "${CANARY}"\nx = 'Basic ' . '${CANARY}';\ny = \`bearer \` + \`${CANARY}\``,
  'a secret that code adds together': `GET ${URL}\nclient_secret = "abc" + "${CANARY}" +\n  '${CANARY}';\nh = "Bearer " + "abc" + "${CANARY}"`,
  'a secret as an address encodes it': `GET ${URL}\nbody=client_secret%3D${CANARY}%26a%3Db\nnext=x%3Faccess_token%253D${CANARY}\n%7B%22client_secret%22%3A%22${CANARY}%22%7D\nAuthorization%3A%20Bearer%20${CANARY}`,
  'a JSON web token in a path': `GET https://api.mypurecloud.com/api/v2/users/eyJhbGciOiJIUzI1NiJ9.${CANARY}.${CANARY}/queues`,
};

describe('A secret in what was pasted', () => {
  for (const [what, pasted] of Object.entries(WITH_SECRETS)) {
    it(`does not come out: ${what}`, () => {
      const result = readCalls(pasted, { operations: SOME_OPERATIONS });
      assert.ok(result.calls.length > 0, 'nothing was read');
      const kept = JSON.stringify(result);
      assert.ok(!kept.includes(CANARY) && !kept.includes(BASIC), kept);
    });

    it(`is masked before anything is read: ${what}`, () => {
      const masked = withoutSecrets(pasted);
      assert.ok(!masked.includes(CANARY) && !masked.includes(BASIC), masked);
      assert.equal(masked.split('\n').length, pasted.split('\n').length);
    });
  }

  /** As long as those of Genesys Cloud, of the same letters. */
  const MADE = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF3hJ5kL7nP9q';

  for (const text of [
    `Client ID\n12345678-1234-4123-8123-123456789012\nClient Secret\n${MADE}`,
    `| Client Secret | ${MADE} |`,
    `client_secret\t${MADE}`,
    `GET /api/v2/users?x=${MADE}`,
    `GET /api/v2/no/such/${MADE}/thing`,
    MADE,
    `${MADE}${MADE}`,
  ]) {
    it(`is known by its form, whatever stands before it: ${JSON.stringify(text.slice(0, 40))}`, () => {
      assert.ok(!withoutSecrets(text).includes(MADE));
      assert.ok(!JSON.stringify(readCalls(text, { operations: SOME_OPERATIONS })).includes(MADE));
    });
  }

  /** As an ID is formed, and a token may be. */
  const ID = '0a1b2c3d-1111-4222-8333-444455556666';

  for (const text of [
    `the token ${ID} is refused`,
    `Access token\n${ID}`,
    `access_token,expires_in\n${ID},86400`,
    `accessToken ${ID}`,
    `Client Secret\n${ID}`,
    `| Client secret | ${ID} |`,
    `the client showed the secret (${ID})`,
    `Bearer ${ID}`,
    `Bearer\n${ID}`,
    `The client presented ${ID} as its token.`,
    `${ID} is not a valid access token`,
    `"${ID}" (token)`,
    `session ${ID.toUpperCase()} has ended`,
    `token “${ID.replaceAll('-', '‐')}” has ended`,
    `a token with the ID ${ID.replaceAll('-', '')}`,
    `トークン「${ID}」は無効です`,
    `アクセストークン：${ID}`,
    `クライアントシークレットは ${ID} です`,
    `クライアント シークレット ${ID}`,
    `${ID} というトークンは期限切れです`,
    `${ID}（アクセストークン）`,
    `パスワード ${ID}`,
    `ベアラー ${ID}`,
    `DELETE /api/v2/tokens/${ID}`,
    `{"message":"Token ${ID} has ended"}`,
    JSON.stringify({ log: `{"message":"the secret is ${ID}"}` }),
  ]) {
    it(`is known by the words around it where it is formed like an ID: ${JSON.stringify(text)}`, () => {
      const masked = withoutSecrets(text);
      for (const form of [ID, ID.toUpperCase(), ID.replaceAll('-', ''), ID.replaceAll('-', '‐')])
        assert.ok(!masked.includes(form), masked);
    });
  }

  for (const text of [
    `client_id=${ID}`,
    `Client ID\n${ID}\nClient Secret\n`,
    `the token of client ${ID} has ended`,
    `invalid_token for the client ${ID}`,
    `OAuth client ${ID}: the token was refused`,
    `grant_type=client_credentials&client_id=${ID}`,
    `POST https://login.mypurecloud.com/oauth/token client_id: ${ID}`,
    `クライアント ID「${ID}」のトークンは無効です`,
    `トークンのクライアント ${ID}`,
    `GET /api/v2/oauth/clients/${ID}`,
    `the token may not read /api/v2/users/${ID}`,
    `401 bad.credentials, correlation ID ${ID}`,
    ID,
    `  ${ID}\n`,
    `curl https://login.mypurecloud.com/oauth/token -u ${ID}:…`,
  ]) {
    it(`is told from the ID of something else, which stays: ${JSON.stringify(text)}`, () =>
      assert.equal(withoutSecrets(text), text));
  }

  it('goes alone where the client shows it with its ID', () => {
    for (const [command, quote] of [
      ['-u ', ''],
      ['-u ', "'"],
      ['--user ', '"'],
      ['--user=', ''],
    ] as const)
      assert.equal(
        withoutSecrets(`curl /oauth/token ${command}${quote}${ID}:-x${CANARY}${quote}`).includes(CANARY),
        false,
      );
    assert.equal(withoutSecrets(`curl -u '${ID}:${CANARY}' x`), `curl -u '${ID}:…' x`);
  });

  it('does not come out of a source file, in the path of a call that is none', () => {
    const read = readSource('a.js', `fetch('https://api.mypurecloud.com/api/v2/hooks/${MADE}/x')`, {
      operations: SOME_OPERATIONS,
    });
    assert.equal(read.calls.length, 1);
    assert.ok(!JSON.stringify(read).includes(MADE));
  });

  it('is told from the long name of a method', () => {
    const name = 'postAnalyticsConversationsDetailsJobsV2Query1';
    assert.equal(withoutSecrets(`api.${name}()`), `api.${name}()`);
  });

  it('is told from scopes, permissions and paths, which stay', () => {
    const text = `authorization:role:view GET /api/v2/authorization/roles\n- authorization:readonly\n"tokens": 5, "authorization": { "token": true },\nToken: GET /api/v2/tokens/me\noauth:client:view\nscope=authorization%3Areadonly%20authorization%3Arole%3Aview`;
    assert.equal(withoutSecrets(text), text);
  });
});

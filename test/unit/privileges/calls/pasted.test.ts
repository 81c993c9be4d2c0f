import assert from 'node:assert/strict';
import { MOST_MEGABYTES, readCalls } from '../../../../src/core/privileges/calls/pasted/readCalls.ts';
import { indexOperations } from '../../../../src/core/privileges/findOperations.ts';
import { matchCalls } from '../../../../src/core/privileges/matchCalls.ts';
import { unmatchedTexts } from '../../../../src/core/texts/unmatchedCalls.ts';
import { operation } from '../operations.ts';
import { callsOf, SOME_OPERATIONS, told } from './told.ts';

function notesOf(pasted: string) {
  return readCalls(pasted, { operations: SOME_OPERATIONS }).notes;
}

/** What people paste, and the calls in it. */
const PASTED: Record<string, readonly [pasted: string, calls: readonly string[]]> = {
  'a list': ['GET /api/v2/users/me\n- POST `/api/v2/users`.', ['GET /users/me :1', 'POST /users :2']],
  'hosts of any region, queries and fragments': [
    'GET https://api.mypurecloud.de/api/v2/users?pageSize=5\nGET https://api.usw2.pure.cloud:443/api/v2/users/me#top',
    ['GET /users :1', 'GET /users/me :2'],
  ],
  'the practice org, and the apps of a region': [
    'GET http://localhost:8080/api/v2/users\nGET https://apps.mypurecloud.com/platform/api/v2/users/me',
    ['GET /users :1', 'GET /users/me :2'],
  ],
  'parameters in any spelling': [
    `GET /api/v2/users/{userId}/queues\nPATCH /api/v2/users/:id\nDELETE /api/v2/users/<user id>\nGET {{base}}/api/v2/routing/queues/{{queue}}/members\nPUT $BASE/api/v2/routing/queues/\${QUEUE}\nGET /api/v2/conversations/%s`,
    [
      'GET /users/{userId}/queues :1',
      'PATCH /users/{id} :2',
      'DELETE /users/{value} :3',
      'GET /routing/queues/{queue}/members :4',
      'PUT /routing/queues/{QUEUE} :5',
      'GET /conversations/{value} :6',
    ],
  ],
  'values, which are kept': ['GET /api/v2/users/5f1c%20x/queues', ['GET /users/5f1c x/queues :1']],
  'an encoded slash in a value': ['GET /api/v2/users/a%2Fb', ['GET /users/a%2Fb :1']],
  capitals: ['GET /API/V2/USERS/ME', ['GET /users/me :1']],
  'no method': ['see /api/v2/users/me', ['any /users/me :1 ?']],
  'several methods of one path': [
    'GET, POST or DELETE /api/v2/users',
    ['GET /users :1', 'POST /users :1', 'DELETE /users :1'],
  ],
  'several endpoints in a line': [
    'GET /api/v2/users and POST /api/v2/groups',
    ['GET /users :1', 'POST /groups :1'],
  ],
  'the prefix alone, an ellipsis, a longer word': [
    'https://api.mypurecloud.com/api/v2 or /api/v2/ or GET /api/v2/... or myapi/v2/x',
    [],
  ],
  'a table in Markdown, the method behind the path': [
    '| Endpoint | Method | Permission |\n|---|---|---|\n| `/api/v2/users/{id}` | Get | directory:user:view |\n| authorization:role:view | /api/v2/groups | POST |',
    ['GET /users/{id} :3', 'POST /groups :4'],
  ],
  'a table parted by tabs, without the prefix': [
    'Method\tPath\nGET\t/users/{userId}\nPOST\tanalytics/conversations/details/query\nGET\t/nothing/known',
    ['GET /users/{userId} :2 ?', 'POST /analytics/conversations/details/query :3 ?'],
  ],
  'a table parted by commas, method and path in one column': [
    'what,endpoint\n"people","GET /api/v2/users"\n"queues","delete /api/v2/users/{id}"',
    ['GET /users :2', 'any /users/{id} :3 ?'],
  ],
  'a table parted by semicolons': ['method;path\r\nget;/api/v2/users\r\n', ['GET /users :2']],
  'log lines': [
    '2026-11-22T10:00Z INFO "GET /api/v2/users/12?expand=x HTTP/1.1" 200\n{"level":"info","method":"post","url":"https:\\/\\/api.mypurecloud.jp\\/api\\/v2\\/users"}',
    ['GET /users/12 :1', 'POST /users :2'],
  ],
  'names of the SDKs': [
    'usersApi.getUsersMe()\nget_routing_queues\nGetUserQueuesAsync\ngetSomethingElse',
    ['getUsersMe :1 ?', 'getRoutingQueues :2 ?', 'getUserQueues :3 ?'],
  ],
  'curl in bash, in several lines': [
    'curl -sS -X PATCH \'https://api.mypurecloud.com/api/v2/users/1\' \\\n  -H "Content-Type: application/json" \\\n  -d \'{\n  "name": "/api/v2/groups" }\' | jq .\ncurl https://api.mypurecloud.com/api/v2/users/me',
    ['PATCH /users/1 :1', 'GET /users/me :5'],
  ],
  'curl by its options': [
    'curl -d @x https://api.mypurecloud.com/api/v2/users\ncurl -G --data-urlencode a=b https://api.mypurecloud.com/api/v2/users\ncurl --request=DELETE --url https://api.mypurecloud.com/api/v2/users/1\ncurl -XPUT -o out https://api.mypurecloud.com/api/v2/routing/queues/1\ncurl --json {} "https://api.mypurecloud.com/api/v2/routing/queues/1/members"\ncurl -I https://api.mypurecloud.com/api/v2/groups',
    [
      'POST /users :1',
      'GET /users :2',
      'DELETE /users/1 :3',
      'PUT /routing/queues/1 :4',
      'POST /routing/queues/1/members :5',
      'HEAD /groups :6',
    ],
  ],
  'curl as a browser copies it for cmd': [
    'curl ^"https://api.mypurecloud.ie/api/v2/routing/queues^" ^\r\n  -H ^"accept: */*^" ^\r\n  --data-raw ^"^{^\\^"name^\\^":1^}^"\r\nGET /api/v2/users/me',
    ['POST /routing/queues :1', 'GET /users/me :4'],
  ],
  PowerShell: [
    "Invoke-RestMethod -Uri 'https://api.mypurecloud.com/api/v2/users' `\n  -Method Post -Body $body",
    ['POST /users :1'],
  ],
  'curl in a sentence': [
    "Don't use curl for it, use GET /api/v2/users/me; it isn't hard.",
    ['GET /users/me :1'],
  ],
  'gc commands': [
    '$ gc users list --pageSize 5\ngc routing queues members list 12\ngc users update 1 < user.json\ngc oauth clients create -f a.json\ngc users me get\ngc users get\ngc profiles list\ngit gc',
    [
      'GET /users :1 ?',
      'GET /routing/queues/{value}/members :2 ?',
      'PATCH /users/{value} :3 ?',
      'POST /oauth/clients :4 ?',
      'GET /users/me :5 ?',
      'GET /users/{value} :6 ?',
    ],
  ],
  'gc commands with options anywhere': [
    'gc --profile test users list\ngc -p test --environment=mypurecloud.jp routing queues list --pageSize=5\ngc users -i get --outputformat json 12\ngc -i groups list -a\ngc users update --file u.json 1\ngc --someflag notifications channels list\ngc users --help',
    [
      'GET /users :1 ?',
      'GET /routing/queues :2 ?',
      'GET /users/{value} :3 ?',
      'GET /groups :4 ?',
      'PATCH /users/{value} :5 ?',
      'GET /notifications/channels :6 ?',
    ],
  ],
};

describe('What was pasted', () => {
  for (const [what, [pasted, calls]] of Object.entries(PASTED)) {
    it(`is read: ${what}`, () => assert.deepEqual(callsOf(pasted), calls));
  }

  it('does not say which of two operations an update of the CLI is', () => {
    const operations = indexOperations([operation('PUT /roles/{id}'), operation('PATCH /roles/{id}')]);
    const { calls } = readCalls('gc roles update 1', { operations });
    assert.deepEqual(calls.map(told), ['any /roles/{value} :1 ?']);
    const matched = matchCalls(calls, operations);
    assert.equal(matched.uses.length, 0);
    assert.match(unmatchedTexts(matched).join(), /PUT \/api\/v2\/roles\/\{id\}, PATCH/);
  });

  it('has no commands that nobody knows: that is said', () => {
    assert.deepEqual(callsOf('gc nonsense things list'), []);
    assert.deepEqual(notesOf('gc nonsense things list'), [{ kind: 'unknown-command', line: 1 }]);
  });

  it('tells hosts of others by their number alone', () => {
    const pasted =
      'GET https://acme.zendesk.com/api/v2/tickets\ncurl https://{tenant}.zendesk.com/api/v2/users\nGET https://mypurecloud.com.example.org/api/v2/users';
    assert.deepEqual(readCalls(pasted), {
      formats: [],
      calls: [],
      notes: [{ kind: 'other-hosts', count: 3 }],
    });
  });

  it('counts a gateway of one’s own for Genesys Cloud where that is told', () => {
    const pasted = 'GET https://gateway.example.org/genesys/api/v2/users';
    assert.deepEqual(readCalls(pasted, { ownHosts: ['gateway.example.org'] }).calls.map(told), [
      'GET /users :1',
    ]);
  });

  it('says where the API that was removed is called', () => {
    const [note] = notesOf('GET /api/v2/users\nGET https://api.mypurecloud.com/api/v1/users');
    assert.deepEqual(note, { kind: 'removed-api', file: undefined, line: 2 });
  });

  it('is one call where it is named again and again, with the surest mention of it', () => {
    assert.deepEqual(callsOf('getUsersMe\nGET /api/v2/users\nGET /api/v2/users\nget_users_me'), [
      'getUsersMe :1 ?',
      'GET /users :2',
    ]);
  });

  it('is not read where it is too large, and that is said', () => {
    const pasted = 'GET /api/v2/users\n'.repeat((MOST_MEGABYTES * 1_000_000) / 18 + 1);
    assert.deepEqual(notesOf(pasted), [{ kind: 'too-large', mostMegabytes: MOST_MEGABYTES }]);
  });
});

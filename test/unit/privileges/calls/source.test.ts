import assert from 'node:assert/strict';
import { mayCall } from '../../../../src/core/privileges/calls/source/mayCall.ts';
import { readSource } from '../../../../src/core/privileges/calls/source/readSource.ts';
import { indexOperations } from '../../../../src/core/privileges/findOperations.ts';
import { operation } from '../operations.ts';
import { callsOfFile, SOME_OPERATIONS, told } from './told.ts';

const SDK: Record<string, string> = {
  'a.js': `const p = require('purecloud-platform-client-v2');\nconst api = new p.UsersApi();\n`,
  'a.ts': `import { UsersApi } from 'purecloud-platform-client-v2';\nconst api: UsersApi = new UsersApi();\n`,
  'a.py': 'from PureCloudPlatformClientV2 import UsersApi\napi = UsersApi()\n',
  'A.java': 'import com.mypurecloud.sdk.v2.api.*;\nUsersApi api = new UsersApi();\n',
  'A.cs': 'using PureCloudPlatform.Client.V2.Api;\nvar api = new UsersApi();\n',
  'a.go':
    'import "github.com/mypurecloud/platform-client-sdk-go/v150/platformclientv2"\napi := platformclientv2.NewUsersApiWithConfig(config)\n',
};

function withSdk(file: string, code: string): readonly string[] {
  return callsOfFile(file, SDK[file] + code);
}

describe('A method of an SDK in a source file', () => {
  const CALLED: Record<string, string> = {
    'a.js': 'await api.getUsersMe();',
    'a.ts': 'await api\n  .getUsersMe<X>();',
    'a.py': 'me = api.get_users_me()',
    'A.java': 'UserMe me = api.getUsersMe();',
    'A.cs': 'var me = await api.GetUsersMeAsync();',
    'a.go': 'me, _, err := api.GetUsersMe(nil, "", "")',
  };
  for (const [file, code] of Object.entries(CALLED)) {
    it(`is a call: ${file}`, () => {
      const line = file === 'a.ts' ? 4 : 3;
      assert.deepEqual(withSdk(file, code), [`getUsersMe :${line}`]);
    });

    it(`is none where the file uses no SDK: ${file}`, () => {
      assert.deepEqual(callsOfFile(file, `// platformClient, mypurecloud.sdk\n${code}`), []);
    });

    it(`is none in a comment or a text: ${file}`, () => {
      const comment = file === 'a.py' ? `# ${code}` : `// ${code.replace('\n', '')}\n/* ${code} */`;
      const text = `x = "${code.replaceAll('"', '').replace('\n', '')}"`;
      assert.deepEqual(withSdk(file, `${comment}\n${text}\n`), []);
    });
  }

  it('is only likely where the receiver is not known, or it is handed on', () => {
    assert.deepEqual(withSdk('a.js', 'desk.users.getUsersMe();\nrun(api.getUsers);'), [
      'getUsersMe :3 ?',
      'getUsers :4 ?',
    ]);
  });

  it('is none where it is a function of the file’s own, but what that calls is one', () => {
    const code =
      'class Desk {\n  getUsersMe() {\n    return api.getUsersMe();\n  }\n  all() { return this.getUsersMe(); }\n}';
    assert.deepEqual(withSdk('a.js', code), ['getUsersMe :5']);
  });

  it('is none where the API has no operation of that name', () => {
    assert.deepEqual(withSdk('a.js', 'api.getUsersNothing(); list.getItem(); api.get();'), []);
  });

  it('is none of a date, though the API has an operation that is called so', () => {
    const text = `${SDK['a.js']}new Date().getDate();\nconst day = today.getDate();\nawait api.getDate();`;
    const operations = indexOperations([operation('GET /date', { name: 'getDate' })]);
    assert.deepEqual(readSource('a.js', text, { operations }).calls.map(told), ['getDate :5']);
  });

  it('is said not to be found where its name is put together', () => {
    assert.deepEqual(withSdk('a.js', 'api[name]();\napi["getUsersMe"]();'), [
      'getUsersMe :4 ?',
      'built-at-run-time :3',
    ]);
    assert.deepEqual(withSdk('a.py', 'getattr(api, name)()\ngetattr(api, "get_users")()'), [
      'getUsers :4 ?',
      'built-at-run-time :3',
    ]);
    assert.deepEqual(withSdk('A.java', 'UsersApi.class.getMethod(name);'), ['built-at-run-time :3']);
  });

  it('is found in the expression of a template', () => {
    assert.deepEqual(
      withSdk('a.js', `const t = \`a \${\`b \${await api.getUsersMe()} "\`} c\`; api.getUsers();`),
      ['getUsersMe :3', 'getUsers :3'],
    );
    assert.deepEqual(withSdk('a.py', 'print(f"{api.get_users_me().name} {{api.get_users()}}")'), [
      'getUsersMe :3',
    ]);
    assert.deepEqual(withSdk('A.cs', 'Log($"{api.GetUsersMe().Name}");'), ['getUsersMe :3']);
  });
});

/** Requests in each language, and what they call. */
const REQUESTS: Record<string, readonly [file: string, code: string, calls: readonly string[]]> = {
  fetch: ['a.js', "await fetch('https://api.mypurecloud.com/api/v2/users/me')", ['GET /users/me :1']],
  'fetch with options': [
    'a.ts',
    `await fetch(\`\${base}/api/v2/users\`, { headers, method: 'POST' })`,
    ['POST /users :1 ?'],
  ],
  'fetch with options from elsewhere': [
    'a.ts',
    `fetch(\`/api/v2/users/\${user.id}\`, init)`,
    ['any /users/{id} :1 ?'],
  ],
  'a client with verbs': [
    'a.js',
    "await http.put('/api/v2/routing/queues/' + queue.id, body)",
    ['PUT /routing/queues/{id} :1'],
  ],
  'an object': ['a.js', "const o = { method: 'delete', url: '/api/v2/users/1' };", ['DELETE /users/1 :1']],
  XMLHttpRequest: ['a.js', "xhr.open('GET', base + '/api/v2/groups', true)", ['GET /groups :1 ?']],
  'the SDK’s own request': [
    'a.js',
    "client.callApi('/api/v2/users/{userId}', 'PATCH', {})",
    ['PATCH /users/{userId} :1'],
  ],
  'a variable in another scope': [
    'a.js',
    "function one() {\n  const url = '/api/v2/users';\n  return url;\n}\nfunction two(url) { return axios.delete(url); }",
    ['any /users :2 ?'],
  ],
  'a variable that two requests use': [
    'a.js',
    "const url = '/api/v2/users';\nawait axios.get(url);\nawait axios.post(url, {});",
    ['GET /users :1', 'POST /users :1'],
  ],
  'a template behind a division': [
    'a.js',
    "const x = a / b; const y = c / `/api/v2/users`; fetch('/api/v2/groups')",
    ['any /users :1 ?', 'GET /groups :1'],
  ],
  requests: ['a.py', 'requests.post(f"{BASE}/api/v2/users", json=body)', ['POST /users :1 ?']],
  'requests by the name of the argument': [
    'a.py',
    'requests.get(timeout=1, url="https://api.mypurecloud.ie/api/v2/users/me")',
    ['GET /users/me :1'],
  ],
  'requests.request': [
    'a.py',
    "requests.request('delete', BASE + '/api/v2/users/' + str(id))",
    ['DELETE /users/{str} :1 ?'],
  ],
  urllib: [
    'a.py',
    'urllib.request.Request(BASE + "/api/v2/users", data=body, method="POST")',
    ['POST /users :1 ?'],
  ],
  'percent and format': [
    'a.py',
    'session.get("/api/v2/users/%s/queues" % id)\nsession.get("/api/v2/routing/queues/{0}".format(id))',
    ['GET /users/{value}/queues :1', 'GET /routing/queues/{value} :2'],
  ],
  HttpURLConnection: [
    'A.java',
    'HttpURLConnection c = (HttpURLConnection) new URL("https://api.mypurecloud.com/api/v2/users").openConnection();\nc.setRequestMethod("POST");',
    ['POST /users :1'],
  ],
  OkHttp: [
    'A.java',
    'new Request.Builder().url(BASE + "/api/v2/users/" + id).delete().build();',
    ['DELETE /users/{id} :1 ?'],
  ],
  WebClient: [
    'A.java',
    'client.get().uri("/api/v2/users/{id}/queues", id).retrieve();',
    ['GET /users/{id}/queues :1'],
  ],
  'Apache HttpClient': [
    'A.java',
    'HttpPatch r = new HttpPatch(base + "/api/v2/users/1");',
    ['PATCH /users/1 :1 ?'],
  ],
  HttpClient: [
    'A.cs',
    'await http.GetFromJsonAsync<Dictionary<string, User>>($"{baseUrl}/api/v2/users/{user.Id}");\nawait http.PostAsJsonAsync("api/v2/users", user);\nawait http.DeleteAsync(@"/api/v2/users/1");',
    ['GET /users/{Id} :1 ?', 'POST /users :2', 'DELETE /users/1 :3'],
  ],
  HttpRequestMessage: [
    'A.cs',
    'var r = new HttpRequestMessage(HttpMethod.Put, new Uri(root + "/api/v2/routing/queues/" + id));\nvar s = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = new Uri("https://api.mypurecloud.com/api/v2/users") };',
    ['PUT /routing/queues/{id} :1 ?', 'POST /users :2'],
  ],
  'an address from two': [
    'A.cs',
    'var path = string.Format("/api/v2/users/{0}", id);\nawait http.DeleteAsync(new Uri(new Uri(root), path));',
    ['DELETE /users/{value} :1 ?'],
  ],
  RestSharp: [
    'A.cs',
    'var r = new RestRequest("/api/v2/users/{id}", Method.Patch);',
    ['PATCH /users/{id} :1'],
  ],
  'net/http': [
    'a.go',
    'http.Get("https://api.mypurecloud.com/api/v2/users/me")\nreq, err := http.NewRequest("POST", base+"/api/v2/users", body)\nreq, err = http.NewRequestWithContext(ctx, http.MethodDelete, fmt.Sprintf("%s/api/v2/users/%s", base, id), nil)\nurl := `https://api.mypurecloud.com/api/v2/groups`\nresp, err := client.Get(url)',
    ['GET /users/me :1', 'POST /users :2 ?', 'DELETE /users/{value} :3 ?', 'GET /groups :4'],
  ],
};

describe('An endpoint in a source file', () => {
  for (const [what, [file, code, calls]] of Object.entries(REQUESTS)) {
    it(`is a call: ${what}`, () => assert.deepEqual(callsOfFile(file, code), calls));
  }

  const NO_CALLS: Record<string, readonly [file: string, code: string]> = {
    'a comment': ['a.ts', "// fetch('/api/v2/users')\n/* '/api/v2/users' */"],
    'documentation of a function': ['a.py', 'def a():\n    """/api/v2/users/me"""\n'],
    'a message': ['a.js', `console.log('/api/v2/users'); throw new Error(\`/api/v2/users/\${id} said no\`);`],
    'a sentence': ['A.java', 'String s = "Ask GET /api/v2/users/me for it";'],
    'a route that is served': ['a.js', "app.get('/api/v2/users', h); router.post('/api/v2/users', h)"],
    'a route that is served, in Java': ['A.java', '@GetMapping("/api/v2/users") void a() {}'],
    'a route that is served, in C#': [
      'A.cs',
      '[HttpGet("/api/v2/users")] void A() {} app.MapPost("/api/v2/users", h);',
    ],
    'a route that is served, in Go': ['a.go', 'mux.HandleFunc("/api/v2/users", h)'],
    'a route that is served, in Python': ['a.py', "@app.route('/api/v2/users')\ndef users(): pass"],
    'a host of others': [
      'a.js',
      "fetch('https://acme.zendesk.com/api/v2/users'); fetch('https://x.test' + '/api/v2/users')",
    ],
    'a constant with a host of others': [
      'a.js',
      `const API = 'https://acme.zendesk.com/api/v2';\nfetch(\`\${API}/users\`); fetch(API + '/users')`,
    ],
    'a comparison': ['a.js', "if (url.startsWith('/api/v2/users')) {}"],
    'an /api/v1 of the application’s own': ['a.js', "fetch('/api/v1/users'); fetch(base + '/api/v1/users')"],
    'a longer word': ['a.js', "fetch('/myapi/v2/users')"],
  };
  for (const [what, [file, code]] of Object.entries(NO_CALLS)) {
    it(`is none in ${what}`, () => assert.deepEqual(callsOfFile(file, code), []));
  }

  const SAID: Record<string, readonly [code: string, said: readonly string[]]> = {
    'a path that is put together': [`fetch(\`/api/v2/\${resource}/\${id}\`)`, ['built-at-run-time :1']],
    'a wrapper': [
      "const call = (path) => fetch('https://api.mypurecloud.com/api/v2' + path);",
      ['built-at-run-time :1'],
    ],
    'a base that others use': [
      "export const API = 'https://api.mypurecloud.com/api/v2';",
      ['built-at-run-time :1'],
    ],
    'a word that is a parameter': [
      `fetch(\`/api/v2/analytics/\${kind}/details/query\`)`,
      ['built-at-run-time :1'],
    ],
    'a path that the API does not have': ["fetch('/api/v2/tickets')", ['unknown-endpoint :1']],
    'the API that was removed': ["fetch('https://api.mypurecloud.com/api/v1/users')", ['removed-api :1']],
  };
  for (const [what, [code, said]] of Object.entries(SAID)) {
    it(`is not made up, and that is said: ${what}`, () => assert.deepEqual(callsOfFile('a.js', code), said));
  }

  it('is a call of an operation that nobody knows where the host is of Genesys Cloud', () => {
    assert.deepEqual(callsOfFile('a.js', "fetch('https://api.mypurecloud.com/api/v2/brand/new')"), [
      'GET /brand/new :1',
    ]);
  });

  it('holds no secret of the file', () => {
    const code = `const token = 'CANARY';\nfetch(\`https://x:CANARY@api.mypurecloud.com/api/v2/users/\${token}?access_token=CANARY\`)`;
    const result = readSource('a.js', code, { operations: SOME_OPERATIONS });
    assert.equal(result.calls.length, 1);
    assert.ok(!JSON.stringify(result).includes('CANARY'));
  });
});

describe('A file', () => {
  it('is not looked at closely where nothing in it can be a call', () => {
    assert.equal(mayCall('const platform = "/api/v3/users";'), false);
    for (const text of [
      ...Object.values(SDK),
      "'/api/v2/users'",
      "'/api/v1/users'",
      "require('platformClient')",
    ]) {
      assert.equal(mayCall(text), true, text);
    }
  });

  it('is read on where a quote or a comment is not closed', () => {
    const code = `<p>Don't</p>\nfetch('/api/v2/users');\nconst a = \`open \${fetch('/api/v2/groups')}\n/* open`;
    assert.deepEqual(callsOfFile('a.jsx', code), ['GET /users :2', 'GET /groups :3']);
  });

  it('of another language is left alone', () => {
    assert.deepEqual(callsOfFile('a.rb', "get '/api/v2/users'"), []);
  });
});

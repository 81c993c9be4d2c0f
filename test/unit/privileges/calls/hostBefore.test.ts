import assert from 'node:assert/strict';
import { callsOfFile } from './told.ts';

/** Requests in each language; for HOST stands what the constant or variable is that comes before the path. */
const JOINED: Record<string, readonly [file: string, code: string]> = {
  'a constant that is added': ['a.js', "const desk = HOST; fetch(desk + '/api/v2/groups');"],
  'a template': ['a.js', `const desk = HOST; fetch(\`\${desk}/api/v2/groups\`);`],
  'a constant with a type': ['a.ts', `const desk: string = HOST; fetch(\`\${desk}/api/v2/groups\`);`],
  'a member': [
    'a.ts',
    `class A { readonly desk = HOST; b() { return fetch(\`\${this.desk}/api/v2/groups\`); } }`,
  ],
  'a setting in an object': [
    'a.js',
    "const settings = { name: 'x', desk: HOST }; fetch(settings.desk + '/api/v2/groups');",
  ],
  'the environment, or else a text': [
    'a.js',
    "const desk = process.env.DESK ?? HOST; fetch(desk + '/api/v2/groups');",
  ],
  'new URL with a constant': ['a.js', "const desk = HOST; fetch(new URL('/api/v2/groups', desk));"],
  'new URL with a text': ['a.js', "fetch(new URL('/api/v2/groups', HOST));"],
  'a constant of a constant': [
    'a.js',
    `const desk = HOST; const base = desk; const API = base + '/api/v2'; fetch(API + '/groups');`,
  ],
  'a variable that holds the path': [
    'a.js',
    "const desk = HOST; const path = '/api/v2/groups'; fetch(desk + path);",
  ],
  'an f-string': ['a.py', 'DESK = HOST\nrequests.get(f"{DESK}/api/v2/groups")'],
  'a constant that is added, in Python': ['a.py', 'DESK: str = HOST\nrequests.get(DESK + "/api/v2/groups")'],
  'an attribute': [
    'a.py',
    'class A:\n  def __init__(self):\n    self.desk = HOST\n  def b(self):\n    return requests.get(self.desk + "/api/v2/groups")',
  ],
  'the environment, or else a text, in Python': [
    'a.py',
    'DESK = os.environ.get("DESK", HOST)\nrequests.get(DESK + "/api/v2/groups")',
  ],
  format: ['a.py', 'DESK = HOST\nrequests.get("{}/api/v2/groups".format(DESK))'],
  'a percent sign': ['a.py', 'DESK = HOST\nrequests.get("%s/api/v2/groups" % DESK)'],
  urljoin: ['a.py', 'DESK = HOST\nrequests.get(urljoin(DESK, "/api/v2/groups"))'],
  'a constant that is added, in Java': [
    'A.java',
    'static final String DESK = HOST; rest.getForObject(DESK + "/api/v2/groups", String.class);',
  ],
  'String.format': [
    'A.java',
    'static final String DESK = HOST; rest.getForObject(String.format("%s/api/v2/groups", DESK), String.class);',
  ],
  'an interpolated string': [
    'A.cs',
    'const string Desk = HOST; await http.GetStringAsync($"{Desk}/api/v2/groups");',
  ],
  'a constant of a class': [
    'A.cs',
    'static class Hosts { public const string Desk = HOST; } await http.GetStringAsync(Hosts.Desk + "/api/v2/groups");',
  ],
  'string.Format': [
    'A.cs',
    'const string Desk = HOST; await http.GetStringAsync(string.Format("{0}/api/v2/groups", Desk));',
  ],
  'new Uri with a constant': [
    'A.cs',
    'var desk = new Uri(HOST); await http.GetStringAsync(new Uri(desk, "/api/v2/groups"));',
  ],
  'a constant that is added, in Go': ['a.go', 'const desk = HOST\nhttp.Get(desk + "/api/v2/groups")'],
  'a variable with a type, in Go': ['a.go', 'var desk string = HOST\nhttp.Get(desk+"/api/v2/groups")'],
  Sprintf: ['a.go', 'desk := HOST\nhttp.Get(fmt.Sprintf("%s/api/v2/groups", desk))'],
};

function callsWith(host: string, [file, code]: readonly [file: string, code: string]): readonly string[] {
  return callsOfFile(file, code.replace('HOST', host)).map((call) => call.replace(/:\d+/, ':'));
}

describe('What stands before a path', () => {
  for (const [what, source] of Object.entries(JOINED)) {
    it(`makes it no call where it is another host: ${what}`, () => {
      assert.deepEqual(callsWith('"https://harborlamp.example"', source), []);
    });

    it(`leaves it certain where it is a host of Genesys Cloud: ${what}`, () => {
      assert.deepEqual(callsWith('"https://api.mypurecloud.de"', source), ['GET /groups :']);
    });

    it(`leaves it likely where it is not told: ${what}`, () => {
      assert.deepEqual(callsWith('given()', source), ['GET /groups : ?']);
    });
  }

  it('is told by a template of a variable for the host and one for the path', () => {
    const template = [
      'a.js',
      `const desk = HOST; const path = '/api/v2/groups'; fetch(\`\${desk}\${path}\`);`,
    ] as const;
    assert.deepEqual(callsWith('"https://harborlamp.example"', template), []);
    assert.deepEqual(callsWith('given()', template), ['any /groups : ?']);
  });

  it('is what the block says, where two blocks call different hosts the same', () => {
    const block = (host: string, path: string) =>
      `function f() { const base = "${host}"; return fetch(base + "/api/v2/${path}"); }\n`;
    assert.deepEqual(
      callsOfFile(
        'a.js',
        block('https://harborlamp.example', 'users') + block('https://api.mypurecloud.de', 'groups'),
      ),
      ['GET /groups :2'],
    );
    const indented = (host: string, path: string) =>
      `def f():\n  base = "${host}"\n  return requests.get(base + "/api/v2/${path}")\n`;
    assert.deepEqual(
      callsOfFile(
        'a.py',
        indented('https://api.mypurecloud.de', 'users') + indented('https://harborlamp.example', 'groups'),
      ),
      ['GET /users :3'],
    );
  });

  it('is not told by a variable of another block', () => {
    const code =
      'function f() { const base = "https://harborlamp.example"; }\nfunction g(base) { return fetch(base + "/api/v2/groups"); }';
    assert.deepEqual(callsOfFile('a.js', code), ['GET /groups :2 ?']);
  });

  it('is not told by a constant where a parameter is called the same', () => {
    const hidden: Record<string, string> = {
      'a.js': 'const base = HOST;\nfunction g(base) { return fetch(base + "/api/v2/groups"); }',
      'a.ts': 'const base = HOST;\nconst g = (base: string): Promise<X> => fetch(base + "/api/v2/groups");',
      'a.py': 'base = HOST\ndef g(base):\n  return requests.get(base + "/api/v2/groups")',
      'A.java':
        'class A { String base = HOST;\nA g(String base) throws X { return rest.getForObject(base + "/api/v2/groups", A.class); } }',
      'A.cs':
        'class A { const string b = HOST;\nTask G(string b) => http.GetStringAsync(b + "/api/v2/groups"); }',
      'a.go':
        'const base = HOST\nfunc g(base string) (x, error) { return http.Get(base + "/api/v2/groups") }',
    };
    for (const [file, code] of Object.entries(hidden)) {
      const line = file === 'a.py' ? 3 : 2;
      const told = callsOfFile(file, code.replace('HOST', '"https://harborlamp.example"'));
      assert.deepEqual(told, [`GET /groups :${line} ?`], file);
    }
  });

  it('is not told where it is set to hosts of both', () => {
    const code =
      'let base = "https://api.mypurecloud.de";\nif (x) base = "https://harborlamp.example";\nfetch(base + "/api/v2/groups");';
    assert.deepEqual(callsOfFile('a.js', code), ['GET /groups :3 ?']);
  });

  it('is a host of Genesys Cloud where it is the base path of the SDK', () => {
    const ofSdk: Record<string, string> = {
      'a.js':
        "const p = require('purecloud-platform-client-v2');\nfetch(client.basePath + '/api/v2/groups');",
      'a.py': 'import PureCloudPlatformClientV2\nrequests.get(configuration.host + "/api/v2/groups")',
      'A.java':
        'import com.mypurecloud.sdk.v2.ApiClient;\nrest.getForObject(client.getBasePath() + "/api/v2/groups", A.class);',
      'A.cs':
        'using PureCloudPlatform.Client.V2.Client;\nhttp.GetStringAsync($"{Configuration.Default.ApiClient.BasePath}/api/v2/groups");',
      'a.go':
        'import "github.com/mypurecloud/platform-client-sdk-go/v150/platformclientv2"\nhttp.Get(fmt.Sprintf("%s/api/v2/groups", config.BasePath))',
    };
    for (const [file, code] of Object.entries(ofSdk)) {
      assert.deepEqual(callsOfFile(file, code), ['GET /groups :2'], file);
    }
  });
});

import assert from 'node:assert/strict';
import { callsOfFile } from './told.ts';

const SDK: Record<string, string> = {
  'a.js': "const sdk = require('purecloud-platform-client-v2');\n",
  'a.ts': "import { UsersApi } from 'purecloud-platform-client-v2';\n",
  'a.py': 'import PureCloudPlatformClientV2\n',
  'A.java': 'import com.mypurecloud.sdk.v2.api.*;\n',
  'A.cs': 'using PureCloudPlatform.Client.V2.Api;\n',
  'a.go': 'import "github.com/mypurecloud/platform-client-sdk-go/v150/platformclientv2"\n',
};

function callsIn(file: string, code: string): readonly string[] {
  return callsOfFile(file, SDK[file] + code).map((call) => call.replace(/ :\d+/, ''));
}

/** Objects of a type that is one of the application's own, by where the file tells it. */
const OWN: Record<string, readonly [file: string, code: string]> = {
  'what was made': ['a.js', 'const roster = new Roster(); roster.getUser(1);'],
  'what is made on the spot': ['a.js', 'new Roster("x").getUser(1);'],
  'a member that was made': [
    'a.js',
    'class A { constructor() { this.roster = new Roster(); } b() { this.roster.getUser(1); } }',
  ],
  'a class of the file': ['a.js', 'class Roster { static x() {} }\nRoster.getUser(1);'],
  'a parameter': ['a.ts', 'function a(roster: Roster) { return roster.getUser(1); }'],
  'a parameter that may be left out': ['a.ts', 'const a = (roster?: Roster) => roster?.getUser(1);'],
  'a parameter that is a member': [
    'a.ts',
    'class A { constructor(private readonly roster: Roster) {} b() { return this.roster.getUser(1); } }',
  ],
  'a member': [
    'a.ts',
    'class A { private roster: Map<string, Seat>;\n  constructor(roster: Map<string, Seat>) { this.roster = roster; } b() { return this.roster.getUser(1); } }',
  ],
  'a member that is called like an API': [
    'a.ts',
    'class A { constructor(private rosterApi: Roster) {} b() { return this.rosterApi.getUser(1); } }',
  ],
  'a class of the file that is called like one of the SDK': [
    'a.ts',
    'class RosterApi { x() {} }\nconst roster = new RosterApi(); roster.getUser(1);',
  ],
  'a class of the file that is called like one of the SDK, in C#': [
    'A.cs',
    'class RosterApi { }\nclass B(RosterApi roster) { void C() => roster.GetUser(1); }',
  ],
  'a struct of the file that is called like one of the SDK, in Go': [
    'a.go',
    'type rosterApi struct{}\nfunc a(roster *rosterApi) { roster.GetUser(1) }',
  ],
  'a parameter, in Python': ['a.py', 'def a(roster: Roster):\n  return roster.get_user(1)'],
  'an attribute, in Python': [
    'a.py',
    'class A:\n  def __init__(self, roster: "Roster"):\n    self.roster = roster\n  def b(self):\n    return self.roster.get_user(1)',
  ],
  'what was made, in Python': ['a.py', 'roster = Roster("x")\nroster.get_user(1)'],
  'what is made on the spot, in Python': ['a.py', 'Roster("x").get_user(1)'],
  'a field, in Java': ['A.java', 'class A { private final Roster roster; void b() { roster.getUser(1); } }'],
  'a parameter, in Java': ['A.java', 'void a(List<Seat> roster) { roster.getUser(1); }'],
  'what was made, in Java': ['A.java', 'var roster = new Roster(); roster.getUser(1);'],
  'a member of this, in Java': [
    'A.java',
    'class A { Roster roster; A(Roster roster) { this.roster = roster; } void b() { this.roster.getUser(1); } }',
  ],
  'a parameter of the class, in C#': [
    'A.cs',
    'class A(IRoster roster, ILog log) { void B() => roster.GetUser(1); }',
  ],
  'a field, in C#': [
    'A.cs',
    'class A { private readonly IRoster? _roster; void B() => _roster?.GetUser(1); }',
  ],
  'what was made, in C#': ['A.cs', 'using var roster = new Csv.Roster("x"); roster.GetUser(1);'],
  'what is made by its type, in C#': ['A.cs', 'Roster roster = new("x"); await roster.GetUserAsync(1);'],
  'a field, in Go': [
    'a.go',
    'type dialler struct {\n\tpeople   *peopleFile\n}\nfunc (d *dialler) a() {\n\td.people.GetUser(1)\n}',
  ],
  'a parameter, in Go': ['a.go', 'func a(people peopleFile) { people.GetUser(1) }'],
  'a parameter of another package, in Go': [
    'a.go',
    'func a(people *files.People, x int) { people.GetUser(1) }',
  ],
  'what was made, in Go': ['a.go', 'people := &peopleFile{rows: rows}\npeople.GetUser(1)'],
  'a variable, in Go': ['a.go', 'var people peopleFile\npeople.GetUser(1)'],
};

/** Objects of the SDK. */
const OF_SDK: Record<string, readonly [file: string, code: string]> = {
  'what was made': ['a.js', 'const users = new sdk.UsersApi(); users.getUser(1);'],
  'a parameter': ['a.ts', 'function a(users: UsersApi) { return users.getUser(1); }'],
  'an annotation, in Python': [
    'a.py',
    'def a(users: PureCloudPlatformClientV2.UsersApi):\n  users.get_user(1)',
  ],
  'a field, in Java': ['A.java', 'class A { UsersApi users; void b() { users.getUser(1); } }'],
  'a parameter of the class, in C#': ['A.cs', 'class A(UsersApi users) { void B() => users.GetUser(1); }'],
  'a field, in Go': [
    'a.go',
    'type a struct {\n\tusers *platformclientv2.UsersApi\n}\nfunc (d *a) b() { d.users.GetUser(1) }',
  ],
};

/** Objects of which the file does not tell enough. */
const UNTOLD: Record<string, readonly [file: string, code: string]> = {
  'no type': ['a.js', 'function a(users) { users.getUser(1); }'],
  'a type that says nothing': ['a.ts', 'function a(users: any) { users.getUser(1); }'],
  'a class that is one of the SDK, and more': [
    'a.ts',
    'class Users extends UsersApi {}\nfunction a(users: Users) { users.getUser(1); }',
  ],
  'another name of a class of the SDK': [
    'a.ts',
    "type Users = Pick<UsersApi, 'getUser'>;\nfunction a(users: Users) { users.getUser(1); }",
  ],
  'what a function gives': ['a.ts', 'const users = makeUsers(); users.getUser(1);'],
  'two of one name, one without a type': [
    'a.ts',
    'function a(users: User[]) {}\nfunction b() { const users = makeUsers(); users.getUser(1); }',
  ],
  'no type, in Python': ['a.py', 'def a(users):\n  users.get_user(1)'],
  'a class that is one of the SDK, and more, in Python': [
    'a.py',
    'class Users(PureCloudPlatformClientV2.UsersApi): pass\ndef a(users: Users):\n  users.get_user(1)',
  ],
  'what a function gives, in Python': ['a.py', 'users = make_users()\nusers.get_user(1)'],
  'what a function gives, in Java': ['A.java', 'var users = makeUsers(); users.getUser(1);'],
  'a class that is one of the SDK, and more, in Java': [
    'A.java',
    'class Users extends UsersApi {}\nclass A { Users users; void b() { users.getUser(1); } }',
  ],
  'what a function gives, in C#': ['A.cs', 'var users = MakeUsers(); users.GetUser(1);'],
  'a class that is one of the SDK, and more, in C#': [
    'A.cs',
    'class Users : UsersApi {}\nclass A(Users users) { void B() => users.GetUser(1); }',
  ],
  'another name of a class of the SDK, in C#': [
    'A.cs',
    'using Users = PureCloudPlatform.Client.V2.Api.UsersApi;\nclass A(Users users) { void B() => users.GetUser(1); }',
  ],
  'what a function gives, in Go': ['a.go', 'users := makeUsers()\nusers.GetUser(1)'],
  'a struct that holds one of the SDK': [
    'a.go',
    'type users struct {\n\t*platformclientv2.UsersApi\n}\nfunc a(u *users) { u.GetUser(1) }',
  ],
  'a field of an object of another file': [
    'a.go',
    'func a(people *peopleFile) {}\nfunc b() { desk.people.GetUser(1) }',
  ],
};

describe('A name of the SDK', () => {
  for (const [what, [file, code]] of Object.entries(OWN)) {
    it(`is no call on an object of one’s own: ${what}`, () => assert.deepEqual(callsIn(file, code), []));
  }
  for (const [what, [file, code]] of Object.entries(OF_SDK)) {
    it(`is a call on an object of the SDK: ${what}`, () => {
      assert.deepEqual(callsIn(file, code), ['getUser']);
    });
  }
  for (const [what, [file, code]] of Object.entries(UNTOLD)) {
    it(`is only a likely one where the type is not told: ${what}`, () => {
      assert.deepEqual(callsIn(file, code), ['getUser ?']);
    });
  }
});

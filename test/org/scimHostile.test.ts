import assert from 'node:assert/strict';
import { cpuMilliseconds } from '../host/cpuTime.ts';
import type { Reply } from './client.ts';
import { findingsOf } from './contract/contract.ts';
import { ENTERPRISE, GENESYS, PATCH, person, useScim } from './useScim.ts';

/** Far more than any of these takes where time grows with the size, and far less than where it grows with its square. */
const MOST_MILLISECONDS = 2_000;

describe('SCIM under hostile requests', () => {
  const { org, call, create, idOfGroup, idOfPerson, patch, sendText } = useScim();
  beforeEach(() => org().turn({ callsPerMinute: 1_000_000 }));

  const assertRefused = ({ status, body, at }: Reply, what: string) => {
    assert.ok(status >= 400 && status < 500, `${what}: ${status}`);
    assert.deepEqual(findingsOf('ScimError', body), [], what);
    assert.equal(at('status'), String(status), what);
    assert.ok(
      String(at('detail')).length < 400,
      `${what}: a detail of ${String(at('detail')).length} characters`,
    );
  };

  /** What is not there is passed over, however deep it goes. */
  const assertTakenOrRefused = (answer: Reply, what: string) => {
    if (answer.status >= 300) assertRefused(answer, what);
  };

  const deep = (levels: number, open: string, close: string) =>
    `${open.repeat(levels)}1${close.repeat(levels)}`;
  const shapes: [string, string][] = [
    ['lists', deep(100_000, '[', ']')],
    ['objects', deep(50_000, '{"value":', '}')],
    ['lists of objects', deep(30_000, '[{"value":', '}]')],
  ];
  for (const [what, nested] of shapes) {
    const places: [string, string, string][] = [
      ['POST', '/Users', `{"userName":${nested},"displayName":"x"}`],
      ['POST', '/Users', `{"userName":"a@b.example","displayName":"x","emails":${nested}}`],
      ['POST', '/Users', `{"userName":"a@b.example","displayName":"x","${ENTERPRISE}":${nested}}`],
      ['PUT', '/Users/{user}', `{"userName":"a@b.example","displayName":"x","roles":${nested}}`],
      ['PUT', '/Groups/{group}', `{"displayName":"Sales Team","members":${nested}}`],
      ['PATCH', '/Users/{user}', patchText({ op: 'add', path: 'title' }, nested)],
      ['PATCH', '/Users/{user}', patchText({ op: 'replace', path: `${ENTERPRISE}:manager` }, nested)],
      ['PATCH', '/Users/{user}', patchText({ op: 'add' }, nested)],
      ['PATCH', '/Users/{user}', patchText({ op: 'replace', path: 'groups' }, nested)],
      ['PATCH', '/Groups/{group}', patchText({ op: 'remove', path: 'members' }, nested)],
    ];
    it(`${what} in ${what} without end, wherever they stand`, async () => {
      const ids = { user: await create(), group: await idOfGroup('Sales Team') };
      for (const [method, path, text] of places) {
        const place = path.replace('{user}', ids.user).replace('{group}', ids.group);
        const answer = await sendText(method, place, text);
        assert.notEqual(answer.status, 413);
        assertTakenOrRefused(answer, `${method} ${path}`);
      }
    });
  }

  const wrong: unknown[] = [1, true, 'x', [], {}, [[]], [1], { value: {} }, [{ value: 1 }], { name: 1 }];
  it('values of every type for every attribute: taken or refused, never a failure', async () => {
    const user = await create();
    const group = await idOfGroup('Sales Team');
    const names = [
      ...[
        'userName',
        'displayName',
        'active',
        'title',
        'externalId',
        'phoneNumbers',
        'emails',
        'roles',
        'groups',
      ],
      ...['id', 'meta', 'schemas', 'members', ENTERPRISE, GENESYS, `${ENTERPRISE}:manager`],
      ...[`${GENESYS}:routingSkills`, `${GENESYS}:externalIds`],
    ];
    for (const name of names) {
      for (const value of wrong) {
        const answers = [
          await call('POST', '/Users', { ...person, userName: `${Math.random()}@a.example`, [name]: value }),
          await call('PUT', `/Users/${user}`, { ...person, [name]: value }),
          await patch(`/Users/${user}`, { op: 'add', path: name, value }),
          await patch(`/Users/${user}`, { op: 'remove', path: name, value }),
          await call('PUT', `/Groups/${group}`, { displayName: 'Sales Team', [name]: value }),
          await patch(`/Groups/${group}`, { op: 'replace', value: { [name]: value } }),
        ];
        for (const answer of answers) assertTakenOrRefused(answer, `${name}: ${JSON.stringify(value)}`);
      }
    }
  });

  const long = 'x'.repeat(400_000);
  const tooLong: [string, object][] = [
    ['userName', { userName: `${long}@practice.example ` }],
    ['userName', { userName: `a@${'x.'.repeat(200_000)}` }],
    ['type', { emails: [{ type: long, value: 'x' }] }],
    ['role', { roles: [long] }],
    ['division', { [ENTERPRISE]: { division: long } }],
    ['manager', { [ENTERPRISE]: { manager: long } }],
  ];
  it('texts of 400 kB: a short answer, in time', async () => {
    const user = await create();
    for (const [what, change] of tooLong) {
      await inTime(what, async () => {
        assertRefused(await call('POST', '/Users', { ...person, ...change }), what);
        assertRefused(await patch(`/Users/${user}`, { op: 'replace', value: change }), what);
      });
    }
    const members = { op: 'add', path: 'members', value: long };
    assertRefused(await patch(`/Groups/${await idOfGroup('Sales Team')}`, members), 'member');
    assertRefused(await patch(`/Users/${user}`, { op: long, path: 'title', value: 1 }), 'op');
    assertRefused(await patch(`/Users/${user}`, { op: 'add', path: long, value: 1 }), 'path');
  });

  const inTime = async (what: string, work: () => Promise<void>) => {
    const took = await cpuMilliseconds(work);
    assert.ok(took < MOST_MILLISECONDS, `${what}: ${Math.round(took)} ms`);
  };

  it('10,000 members, whoever they are and whatever becomes of them', async () => {
    const group = `/Groups/${await idOfGroup('Sales Team')}`;
    const developer = await idOfPerson('developer');
    const strangers = Array.from({ length: 10_000 }, (_, n) => ({ value: `stranger-${n}` }));
    const same = strangers.map(() => ({ value: developer }));
    await inTime('10,000 members', async () => {
      for (const op of ['add', 'replace']) {
        assertRefused(await patch(group, { op, path: 'members', value: strangers }), `${op} strangers`);
      }
      assertRefused(await call('PUT', group, { displayName: 'Sales Team', members: strangers }), 'PUT');
      assert.equal((await patch(group, { op: 'remove', path: 'members', value: strangers })).status, 200);
      assert.equal((await patch(group, { op: 'add', path: 'members', value: same })).at('members.length'), 2);
    });
  });

  it('8,000 operations on a list of 1,000', async () => {
    const roles = {
      [GENESYS]: {
        externalIds: Array.from({ length: 1_000 }, (_, n) => ({ authority: 'a', value: `${n}` })),
      },
    };
    const user = `/Users/${await create(roles)}`;
    const path = (n: number) => `externalIds[value eq "${n}"]`;
    const operations = Array.from({ length: 8_000 }, (_, n) => ({ op: 'remove', path: path(n) }));
    await inTime('8,000 operations', async () => {
      const { body } = await patch(user, ...operations);
      assert.deepEqual(Reflect.get(Object(body), GENESYS).externalIds, []);
    });
  });

  const endless: [string, string][] = [
    ['comparisons', `a eq 1${' or type eq "work"'.repeat(6_000)}`],
    ['a value', `type eq "${'x'.repeat(100_000)}"`],
    ['a value without its end', `type eq "${'x'.repeat(100_000)}`],
    ['backslashes', `type eq "${'\\'.repeat(100_000)}`],
    ['brackets', `${'('.repeat(100_000)}type eq "work"${')'.repeat(100_000)}`],
    ['a negation', `${'not ('.repeat(20_000)}type eq "work"${')'.repeat(20_000)}`],
    ['a name', `${'x'.repeat(100_000)} eq 1`],
    ['a name of names', `urn:${'a:'.repeat(50_000)} eq 1`],
    ['white space', `type${' '.repeat(100_000)}eq "work`],
  ];
  for (const [what, filter] of endless) {
    it(`a filter of 100 kB in brackets: ${what}`, async () => {
      const user = `/Users/${await create()}`;
      await inTime(what, async () => {
        const answer = await patch(user, { op: 'remove', path: `emails[${filter}]` });
        assertRefused(answer, what);
        assert.equal(answer.status, 400);
      });
    });
    it(`a filter of as much as a request can ask: ${what}`, async () => {
      const asked = encodeURIComponent(filter.slice(0, 9_000)).slice(0, 12_000).replace(/%.?$/, '');
      await inTime(what, async () => assertRefused(await call('GET', `/Users?filter=${asked}`), what));
    });
  }
});

function patchText(operation: object, value: string): string {
  const given = JSON.stringify({ schemas: [PATCH], Operations: [{ ...operation, value: 0 }] });
  return given.replace('"value":0', () => `"value":${value}`);
}

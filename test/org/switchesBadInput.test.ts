import assert from 'node:assert/strict';
import { readCommandLine, UsageError } from '../../src/practiceOrg/commandLine.ts';
import { steer } from '../host/steer.ts';
import { replyOf } from './client.ts';
import { useOrg } from './useOrg.ts';

/** What is asked of the switches, and the one sentence that answers it. */
const refusals: readonly [asked: string, sentence: RegExp][] = [
  ['x', /^Switches are given as one JSON object\.$/],
  ['[]', /^Switches are given as one JSON object\.$/],
  ['{"luck":true}', /^There is no switch "luck"; there are troubles, latencyMs, .*, ipNotAllowed\.$/],
  ['{"latencyMs":-1}', /^The switch latencyMs takes a whole number from 0 to 60000, not -1\.$/],
  ['{"hipaa":"yes"}', /^The switch hipaa takes true or false, not "yes"\.$/],
  ['{"clockOffsetSeconds":1e13}', /from -3155760000 to 3155760000, not 10000000000000\.$/],
  ['{"inactivityTimeoutSeconds":60}', /takes a whole number from 300 to 28800 or null, not 60\.$/],
  ['{"embeddingAllowList":"crm.example"}', /takes a list of texts or null, not "crm\.example"\.$/],
  ['{"ipNotAllowed":null}', /takes true or false, not null\.$/],
  ['{"troubles":{}}', /^The switch troubles takes a list of troubles, not \{\}\.$/],
  ['{"troubles":["dropped"]}', /^There is no trouble nothing; there are forbidden, .*, deleted-meanwhile\.$/],
  ['{"troubles":[{"times":1}]}', /^There is no trouble nothing; there are forbidden, /],
  ['{"troubles":[{"kind":"rain"}]}', /^There is no trouble "rain"; there are forbidden, .*\.$/],
  [
    '{"troubles":[{"kind":"html","colour":1}]}',
    /^The trouble html takes times, .*, status, but no "colour"\.$/,
  ],
  [
    '{"troubles":[{"kind":"html","status":418}]}',
    /^The parameter status of the trouble html takes one of 200, .*, not 418\.$/,
  ],
  [
    '{"troubles":[{"kind":"lost","times":0}]}',
    /times of the trouble lost takes a whole number, 1 or more, not 0\.$/,
  ],
  [
    '{"troubles":[{"kind":"lost","method":"HEAD"}]}',
    /takes one of GET, POST, PUT, PATCH, DELETE, not "HEAD"\.$/,
  ],
  [
    '{"troubles":[{"kind":"lost","operation":"PUT /api/v2/oauth/clientz/{id}"}]}',
    /^There is no operation "PUT \/api\/v2\/oauth\/clientz\/\{id\}"; those most like it are PUT \/api\/v2\/oauth\/clients\/\{clientId\}, /,
  ],
  ['{"permissionsTaken":{"nobody":[]}}', /^Nobody signs in as "nobody"; there are administrator, /],
  ['{"permissionsTaken":{"administrator":["a:b:c"]}}', /^There is no permission "a:b:c"\.$/],
  ['{"permissionsTaken":{"administrator":["toString:length:x"]}}', /^There is no permission /],
  [`{"hipaa":"${'x'.repeat(10_000)}"}`, /^.{0,200}…\.$/],
];

describe('switches that there are not', () => {
  const org = useOrg();

  const turn = async (body: string) =>
    replyOf(
      await fetch(`${org().baseUrl}/practice/switches`, {
        method: 'PATCH',
        headers: { authorization: `Bearer ${org().controlToken}` },
        body,
      }),
    );

  for (const [asked, sentence] of refusals) {
    it(`${asked.slice(0, 80)}: one sentence, and every switch stays as it was`, async () => {
      await org().turn({
        latencyMs: 1,
        troubles: [{ kind: 'lost', times: 2, operation: 'POST /oauth/token' }],
      });
      const before = await (await steer(org(), 'GET', 'switches')).text();
      const answer = await turn(asked);
      assert.equal(answer.status, 400);
      assert.match(String(answer.at('message')), sentence);
      assert.equal(await (await steer(org(), 'GET', 'switches')).text(), before);
    });
  }

  it('a right switch beside a wrong one is not turned', async () => {
    assert.equal((await turn('{"hipaa":true,"latencyMs":-1}')).status, 400);
    assert.equal((await turn('{"hipaa":true,"permissionsTaken":{"nobody":[]}}')).status, 400);
    assert.match(await (await steer(org(), 'GET', 'switches')).text(), /"hipaa":false/);
  });

  it('a control operation tells what there is, and only to whoever may steer', async () => {
    const there = await replyOf(
      await fetch(`${org().baseUrl}/practice/catalogue`, {
        headers: { authorization: `Bearer ${org().controlToken}` },
      }),
    );
    const now: object = await (await steer(org(), 'GET', 'switches')).json();
    const { body } = there;
    assert.ok(body instanceof Object && 'switches' in body && Array.isArray(body.switches));
    assert.deepEqual(
      body.switches.map(({ name }) => name),
      Object.keys(now),
    );
    assert.equal(there.at('troubles.0.kind'), 'forbidden');
    assert.equal(there.at('calls.3.name'), 'operation');
    assert.equal((await fetch(`${org().baseUrl}/practice/catalogue`)).status, 401);
  });

  it('whatever is left out of a trouble is as usual', async () => {
    const answer = await turn('{"troubles":[{"kind":"too-many-requests"}]}');
    const trouble = { kind: 'too-many-requests', times: 1, retryAfter: 'seconds', retryAfterSeconds: 1 };
    assert.deepEqual(answer.at('troubles.0'), trouble);
  });
});

/** What is typed, and the one sentence that answers it. */
const typed: readonly [args: string[], sentence: RegExp][] = [
  [['--switch', 'luck=true'], /^There is no switch "luck"; there are troubles, /],
  [['--switch', 'hipaa'], /^--switch takes NAME=VALUE, not "hipaa"\.$/],
  [['--switch', 'latencyMs=-1'], /^The switch latencyMs takes .* not -1\.$/],
  [['--switch', 'latencyMs=soon'], /^The switch latencyMs takes .* not "soon"\.$/],
  [['--switch', 'troubles=[]'], /^--switch does not take troubles: give each one by --trouble\.$/],
  [['--trouble', 'lost', '--trouble', 'rain'], /^There is no trouble "rain"; there are forbidden, /],
  [['--trouble', ''], /^There is no trouble ""; there are forbidden, /],
  [['--trouble', 'html,colour=red'], /^The trouble html takes times, .* but no "colour"\.$/],
  [['--trouble', 'html,status'], /^--trouble takes KIND or KIND,NAME=VALUE,…, not "status"\.$/],
  [
    ['--trouble', 'html,status=418'],
    /^The parameter status of the trouble html takes one of 200, .* not 418\.$/,
  ],
  [['--trouble', 'lost,kind=html'], /^--trouble takes KIND or KIND,NAME=VALUE,…, not "kind=html"\.$/],
  [['--trouble', 'lost,operation=PUT /api/v2/oauth/clientz/{id}'], /^There is no operation "PUT /],
];

describe('switches that there are not, on the command line', () => {
  for (const [args, sentence] of typed) {
    it(`${args.join(' ')}: one sentence`, () => {
      assert.throws(
        () => readCommandLine(args),
        (error) => error instanceof UsageError && sentence.test(error.message),
      );
    });
  }

  it('null and text are told apart', () => {
    const { switches } = readCommandLine([
      '--switch',
      'inactivityTimeoutSeconds=null',
      '--trouble',
      'html,status=502',
    ]);
    assert.equal(switches?.inactivityTimeoutSeconds, null);
    assert.deepEqual(switches?.troubles, [{ kind: 'html', times: 1, status: 502 }]);
  });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { languageOf } from '../../../src/core/privileges/calls/source/languages.ts';
import { mayCall } from '../../../src/core/privileges/calls/source/mayCall.ts';
import {
  certainCalls,
  placedCalls,
  readSource,
} from '../../../src/core/privileges/calls/source/readSource.ts';
import { callAt, callsInText } from '../../../src/core/privileges/callsInText.ts';
import { indexOperations } from '../../../src/core/privileges/findOperations.ts';
import { endpointOf } from '../../../src/core/privileges/operation.ts';
import { callHintText, callNeedsText } from '../../../src/core/texts/callsInCode.ts';
import { repoFolder } from '../../host/paths.ts';
import { operation } from './operations.ts';
import { publishedOperations } from './publishedOperations.ts';

const OPERATIONS = [
  operation('GET /users/me', { name: 'getUsersMe', scopes: ['user-basic-info'], callers: 'people' }),
  operation('GET /users/{userId}', {
    name: 'getUser',
    permissions: { mode: 'any', of: ['directory:user:view'] },
    scopes: ['users', 'users:readonly'],
  }),
  operation('PATCH /users/{userId}', {
    name: 'patchUser',
    permissions: { mode: 'all', of: ['directory:user:edit', 'directory:user:view'] },
    scopes: ['users'],
  }),
  operation('POST /conversations/calls', {
    name: 'postConversationsCalls',
    permissions: { mode: 'any', of: ['a:b:c', 'a:b:d', 'a:b:e'] },
    scopes: ['conversations'],
  }),
  operation('GET /odd', {
    name: 'getOdd',
    permissions: { mode: 'unknown', of: ['a:b:c', 'a:b:d'] },
    scopes: undefined,
  }),
  operation('GET /things', { name: 'getThings' }),
  operation('GET /other/things', { name: 'getThings' }),
];
const INDEX = indexOperations(OPERATIONS);
const DESCRIPTION = { host: 'api.mypurecloud.jp', date: '2026-11-28T08:00:00.000Z' };

const SDK =
  "const platformClient = require('purecloud-platform-client-v2');\nconst usersApi = new platformClient.UsersApi();\n";

/** What is said where `^` stands in a JavaScript, which is no part of it. */
function saidAt(marked: string): readonly string[] | undefined {
  const offset = marked.indexOf('^');
  const found = callAt(callsInText(marked.replace('^', ''), 'javascript', INDEX), offset);
  return found && callNeedsText(found.call, DESCRIPTION, 'en');
}

function hintsOf(text: string): readonly (string | undefined)[] {
  return callsInText(text, 'javascript', INDEX).map((call) => callHintText(call, 'en'));
}

const AS_OF = /^Worked out from what api\.mypurecloud\.jp says about its operations, as of .*2026/;

describe('A call in code', () => {
  it('tells its permissions and scopes at the name of the method, and of what date and API that is', () => {
    const [needs, date, ...more] = saidAt(`${SDK}usersApi.getUs^er(id);`) ?? [];
    assert.equal(
      needs,
      '**`GET /api/v2/users/{userId}`**  \nPermission: `directory:user:view`  \nScopes, of which one suffices: `users` or `users:readonly`',
    );
    assert.match(date ?? '', AS_OF);
    assert.deepEqual(more, []);
  });

  it('tells them at each text of an endpoint', () => {
    for (const marked of [
      "fetch('https://api.mypurecloud.com/api/v2/us^ers/' + id, { method: 'PATCH' })",
      "fetch('https://api.mypurecloud.com/api/v2' + '/us^ers/' + id, { method: 'PATCH' })",
      `fetch(\`https://api.mypurecloud.com/api/v2/users/\${id}^\`, { method: 'PATCH' })`,
    ]) {
      assert.match(
        saidAt(marked)?.[0] ?? '',
        /PATCH .*\nPermissions, all of them: `directory:user:edit` and `directory:user:view` {2}\nScope: `users`$/,
        marked,
      );
    }
  });

  it('tells that one of several permissions suffices, or that this is not published', () => {
    const calls = "fetch('https://api.mypurecloud.com/api/v2/conversations/calls^', { method: 'POST' })";
    assert.match(
      saidAt(calls)?.[0] ?? '',
      /Permissions, of which one suffices: `a:b:c`, `a:b:d`, or `a:b:e`/,
    );
    const odd = saidAt("fetch('https://api.mypurecloud.com/api/v2/odd^')")?.[0] ?? '';
    assert.match(odd, /`a:b:c` and `a:b:d` \(whether one of them suffices is not published\)/);
    assert.match(odd, /Which scopes it accepts is not published\.$/);
  });

  it('tells that it needs nothing, and that only a person can make it', () => {
    const [me] = saidAt(`${SDK}usersApi.^getUsersMe();`) ?? [];
    assert.match(
      me ?? '',
      /Needs no permission\. {2}\nScope: `user-basic-info` {2}\nOnly a person can call it/,
    );
  });

  it('tells all operations that it may be of, and that it is only likely one', () => {
    const [lead, one, other] = saidAt(`${SDK}usersApi.getThings^();`) ?? [];
    assert.equal(lead, 'It may be any of these operations:');
    assert.match(`${one} ${other}`, /\/things.*\/other\/things/s);
    const [likely, ...more] = saidAt("const path = 'https://api.mypurecloud.com/api/v2/users/me^';") ?? [];
    assert.match(likely ?? '', /^This is likely a call/);
    assert.equal(more.length, 2);
  });

  it('tells that an endpoint is no operation that is known', () => {
    const [first] = saidAt("fetch('https://api.mypurecloud.com/api/v2/user^s/them/all')") ?? [];
    assert.equal(first, '`GET /api/v2/users/them/all` is no operation that is known here.');
  });

  it('tells nothing beside it, in comments, in sentences and at hosts of others', () => {
    for (const marked of [
      `${SDK}user^sApi.getUser(id);`,
      `${SDK}usersApi.getUser(i^d);`,
      `${SDK}// usersApi.getUs^er(id);`,
      "throw new Error('GET /api/v2/users/me^ failed with 403');",
      "fetch('https://api.example.com/api/v2/users/me^')",
      'const me^ = 1;',
    ])
      assert.equal(saidAt(marked), undefined, marked);
  });

  it('has a hint with its permissions, counted where they are many', () => {
    assert.deepEqual(
      hintsOf(
        `${SDK}usersApi.getUser(id); usersApi.patchUser(id); usersApi.getUsersMe(); usersApi.getThings();`,
      ),
      [
        'directory:user:view',
        'directory:user:edit and directory:user:view',
        'no permission',
        'no permission',
      ],
    );
    assert.deepEqual(
      hintsOf("fetch('https://api.mypurecloud.com/api/v2/conversations/calls', { method: 'POST' })"),
      ['3 permissions'],
    );
    assert.deepEqual(hintsOf("fetch('https://api.mypurecloud.com/api/v2/users/them/all')"), [undefined]);
    assert.deepEqual(hintsOf("const path = 'https://api.mypurecloud.com/api/v2/users/me';"), [
      'likely no permission',
    ]);
  });

  it('is certain without a description only where the file is', () => {
    const names = (text: string) =>
      certainCalls(text, 'javascript').map(({ at }) => /[\w'/:.]+/.exec(text.slice(at))?.[0]);
    assert.deepEqual(names(`${SDK}usersApi.getUser(id); other.getUser(id); usersApi.setBasePath(x);`), [
      'getUser',
    ]);
    assert.deepEqual(names("fetch('https://api.mypurecloud.com/api/v2/users')"), [
      "'https://api.mypurecloud.com/api/v2/users'",
    ]);
    assert.deepEqual(names("fetch('/api/v2/users')"), []);
  });
});

describe('The calls of a text with their places', () => {
  const samples = join(repoFolder, 'test/fixtures/privileges');
  const files = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter(
    (file) => languageOf(file) !== undefined,
  );
  const operations = publishedOperations() ?? OPERATIONS;
  const index = indexOperations(operations);

  it('are those of the search through a workspace, at places with their name or their path', () => {
    for (const file of files) {
      const language = languageOf(file);
      assert.ok(language);
      const text = readFileSync(join(samples, file), 'utf8');
      const calls = placedCalls(text, language, { operations: index });
      const lineOf = (at: number) => text.slice(0, at).split('\n').length;
      const inLines = new Set(calls.map(({ at, named }) => `${lineOf(at)} ${JSON.stringify(named)}`));
      const read = readSource(file, text, { operations: index }).calls;
      assert.deepEqual(
        [...inLines].sort(),
        read.map(({ at, named }) => `${at.line} ${JSON.stringify(named)}`).sort(),
        file,
      );
      for (const { places, named } of calls) {
        const there = places.map(({ start, end }) => text.slice(start, end)).join('');
        if (named.by === 'endpoint') assert.match(there, /^[fr$@]*["'`].*["'`]$/s, file);
        else assert.equal(index.byName(there.replace(/\W/g, ''))[0]?.name, named.name, file);
      }
    }
  });

  it('are none in files of packages that call nothing of it', () => {
    const packages = join(repoFolder, 'node_modules');
    const paths = ['zod', 'hono', 'lit', 'acorn', 'diff', 'oauth4webapi'].flatMap((name) =>
      readdirSync(join(packages, name), { recursive: true, encoding: 'utf8' })
        .filter((file) => languageOf(file) === 'javascript')
        .slice(0, 60)
        .map((file) => join(packages, name, file)),
    );
    assert.ok(paths.length > 100, String(paths.length));
    for (const path of paths) {
      const text = readFileSync(path, 'utf8');
      assert.deepEqual(
        callsInText(text, 'javascript', index).map(({ operations }) => operations.map(endpointOf)),
        [],
        path,
      );
      assert.equal(mayCall(text) && certainCalls(text, 'javascript').length > 0, false, path);
    }
  });
});

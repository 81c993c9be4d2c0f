import assert from 'node:assert/strict';
import { indexOperations } from '../../../src/core/privileges/findOperations.ts';
import type { Method } from '../../../src/core/privileges/operation.ts';
import { operation } from './operations.ts';
import { publishedOperations } from './publishedOperations.ts';

const index = indexOperations([
  operation('GET /users/me', { name: 'getUsersMe' }),
  operation('GET /users/{userId}', { name: 'getUser' }),
  operation('PATCH /users/{userId}', { name: 'patchUser' }),
  operation('GET /users/{subjectId}/roles', { name: 'getUserRoles' }),
  operation('GET /users/search/roles', { name: 'getUsersSearchRoles' }),
  operation('GET /scim/v2/users', { name: 'getScimV2Users' }),
  operation('GET /presencedefinitions', { name: 'getPresencedefinitions' }),
  operation('GET /presence/definitions', { name: 'getPresenceDefinitions' }),
  operation('GET /old/things', { name: 'getThings' }),
  operation('GET /new/things', { name: 'getThings' }),
]);

function at(method: Method | undefined, path: string): string[] {
  return index.byEndpoint(method, path).map((found) => `${found.method} ${found.path}`);
}

function named(name: string): string[] {
  return index.byName(name).map((found) => `${found.method} ${found.path}`);
}

describe('An operation, found by its endpoint', () => {
  for (const path of [
    '/users/5f1c',
    '/users/5f1c/',
    '/users/{userId}',
    '/users/{USERID}',
    '/users/{}',
    '/users/{{user_id}}',
    '/users/:userId',
    '/users/<id>',
    '/users/%s',
    '/users/*',
    `/users/\${user.id}`,
    `/users/\${a ? b/c : "}"}`,
    '/users/5f1c?expand=roles&next=/a/b',
    '/users/5f1c#top',
    'users/5f1c',
  ]) {
    it(`is found where a person has written ${path}`, () => {
      assert.deepEqual(at('GET', path), ['GET /users/{userId}']);
    });
  }

  it('is that of the word where a word and a parameter fit', () => {
    assert.deepEqual(at('GET', '/users/me'), ['GET /users/me']);
  });

  it('is not that of the parameter where the word’s has another method, because the API goes by the path first', () => {
    assert.deepEqual(at('PATCH', '/users/me'), []);
  });

  it('is that of the parameter where the word leads nowhere', () => {
    assert.deepEqual(at('GET', '/users/me/roles'), ['GET /users/{subjectId}/roles']);
  });

  it('is each one of the path where no method is told', () => {
    assert.deepEqual(at(undefined, '/users/5f1c'), ['GET /users/{userId}', 'PATCH /users/{userId}']);
  });

  it('is found by SCIM’s paths in capitals', () => {
    assert.deepEqual(at('GET', '/scim/v2/Users'), ['GET /scim/v2/users']);
  });

  for (const path of [
    '',
    '/',
    '/users',
    '/users//roles',
    '/users/5f1c/roles/more',
    '/user/5f1c',
    '/users/{',
  ]) {
    it(`is none for ${path || 'an empty text'}`, () => {
      assert.deepEqual(at('POST', path), []);
      assert.deepEqual(
        at(undefined, path).filter((found) => !found.includes('{userId}')),
        [],
      );
    });
  }
});

describe('An operation, found by its name', () => {
  for (const name of [
    'getScimV2Users',
    'GetScimV2Users',
    'get_scim_v2_users',
    'getScimV2UsersAsync',
    'GetScimV2UsersWithHttpInfo',
    'GetScimV2UsersAsyncWithHttpInfo',
  ]) {
    it(`is found as ${name}`, () => {
      assert.deepEqual(named(name), ['GET /scim/v2/users']);
    });
  }

  it('is told from one whose name differs in a capital only', () => {
    assert.deepEqual(named('get_presencedefinitions'), ['GET /presencedefinitions']);
    assert.deepEqual(named('GetPresenceDefinitions'), ['GET /presence/definitions']);
  });

  it('is not chosen where two have the name', () => {
    assert.deepEqual(named('getThings'), ['GET /old/things', 'GET /new/things']);
    assert.deepEqual(named('get_things'), ['GET /old/things', 'GET /new/things']);
  });

  for (const name of ['', 'get', 'Async', 'getScimV2', 'getusersme', 'constructor', '__proto__']) {
    it(`is none for ${name || 'an empty text'}`, () => {
      assert.deepEqual(named(name), []);
    });
  }
});

describe('Every operation of the API', () => {
  it('is found by its path with values in it, and by its name in each SDK', function () {
    const operations = publishedOperations();
    if (operations === undefined) this.skip();
    const all = indexOperations(operations);
    for (const each of operations) {
      const { method, path, name } = each;
      for (const value of ['5f1c8e0a-0000-4000-8000-000000000000', '{anything}', ':id', `\${a.b}`]) {
        assert.deepEqual(
          all.byEndpoint(
            method,
            path.replaceAll(/\{[^}]*\}/g, () => value),
          ),
          [each],
        );
      }
      if (name === undefined) continue;
      const python = name.replaceAll(/(?<=[a-z\d])[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      for (const spelled of [name, name.charAt(0).toUpperCase() + name.slice(1), python]) {
        assert.deepEqual(all.byName(spelled), [each], spelled);
      }
    }
  });
});

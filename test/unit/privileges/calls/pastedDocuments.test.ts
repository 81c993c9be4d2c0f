import assert from 'node:assert/strict';
import { readCalls } from '../../../../src/core/privileges/calls/pasted/readCalls.ts';
import { TERRAFORM_CALLS } from '../../../../src/core/privileges/calls/pasted/terraformCalls.ts';
import { indexOperations } from '../../../../src/core/privileges/findOperations.ts';
import { publishedOperations } from '../publishedOperations.ts';
import { SOME_OPERATIONS, told } from './told.ts';

const HAR = {
  log: {
    version: '1.2',
    entries: [
      { request: { method: 'GET', url: 'https://api.mypurecloud.com/api/v2/users/me?expand=x' } },
      { request: { method: 'OPTIONS', url: 'https://api.mypurecloud.com/api/v2/users' } },
      { request: { method: 'POST', url: 'https://api.mypurecloud.com/api/v2/users' } },
      { request: { method: 'GET', url: 'https://www.example.org/api/v2/users' } },
      { request: { method: 'GET', url: 'https://apps.mypurecloud.com/directory/' } },
      { request: { method: 'GET', url: 'https://cdn.example.org/a.js' } },
      { request: { method: 'GET', url: 'http://127.0.0.1:8080/api/v2/groups' } },
    ],
  },
};

describe('A HAR', () => {
  it('gives the requests to Genesys Cloud and the practice org, and counts the others', () => {
    const { formats, calls, notes } = readCalls(JSON.stringify(HAR));
    assert.deepEqual(formats, ['har']);
    assert.deepEqual(calls.map(told), ['GET /users/me :1', 'POST /users :1', 'GET /groups :1']);
    assert.deepEqual(notes, [
      { kind: 'other-hosts', count: 2 },
      { kind: 'no-endpoint', count: 1 },
    ]);
  });

  it('gives what stands before the place where it is cut, and says where that is', () => {
    const text = JSON.stringify(HAR, undefined, 1);
    const { calls, notes } = readCalls(text.slice(0, text.indexOf('www.example')));
    assert.deepEqual(calls.map(told), ['GET /users/me :6', 'POST /users :18']);
    assert.equal(notes[0]?.kind, 'not-json');
  });
});

describe('A Postman collection', () => {
  const collection = {
    info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    variable: [
      { key: 'baseUrl', value: 'https://api.{{region}}/api/v2' },
      { key: 'region', value: 'mypurecloud.jp' },
      { key: 'userId', value: 'canary-value' },
    ],
    item: [
      {
        name: 'folder',
        item: [
          { name: 'inner', item: [{ request: { method: 'GET', url: '{{baseUrl}}/users/{{userId}}' } }] },
          {
            request: {
              method: 'PATCH',
              url: { raw: '{{baseUrl}}/users/:userId?x=1', host: ['{{baseUrl}}'] },
            },
          },
        ],
      },
      {
        request: {
          method: 'POST',
          url: { host: ['api', 'mypurecloud', 'com'], path: ['api', 'v2', 'groups'] },
        },
      },
      { request: 'https://api.mypurecloud.com/api/v2/groups' },
      { request: { method: 'GET', url: '{{unknown}}/users/me' } },
      { request: { method: 'POST', url: 'https://login.mypurecloud.com/oauth/token' } },
      { request: { method: 'GET', url: 'https://api.example.org/api/v2/x' } },
    ],
  };

  it('gives the requests of all its folders, with its variables in their addresses', () => {
    const { formats, calls, notes } = readCalls(JSON.stringify(collection), { operations: SOME_OPERATIONS });
    assert.deepEqual(formats, ['postman']);
    assert.deepEqual(calls.map(told), [
      'GET /users/{userId} :1',
      'PATCH /users/{userId} :1',
      'POST /groups :1',
      'GET /groups :1',
      'GET /users/me :1 ?',
    ]);
    assert.deepEqual(notes, [
      { kind: 'other-hosts', count: 1 },
      { kind: 'no-endpoint', count: 1 },
    ]);
  });
});

describe('A description of an API', () => {
  const paths = {
    '/api/v2/users': { get: {}, post: {}, parameters: [] },
    '/api/v2/users/{userId}': { get: {} },
  };
  const expected = ['GET /users ?', 'POST /users ?', 'GET /users/{userId} ?'];

  function callsIn(text: string): readonly string[] {
    return readCalls(text).calls.map((call) => told(call).replace(/ :\d+/, ''));
  }

  it('gives its operations, in Swagger 2.0', () => {
    assert.deepEqual(
      callsIn(JSON.stringify({ swagger: '2.0', host: 'api.mypurecloud.com', paths })),
      expected,
    );
  });

  it('gives its operations where the prefix stands in the server', () => {
    const servers = [{ url: 'https://api.mypurecloud.com/api/v2/' }];
    assert.deepEqual(
      callsIn(JSON.stringify({ openapi: '3.0.0', servers, paths: { '/users': { get: {} } } })),
      ['GET /users ?'],
    );
  });

  it('gives none of another host', () => {
    const { calls, notes } = readCalls(JSON.stringify({ swagger: '2.0', host: 'api.example.org', paths }));
    assert.deepEqual([calls, notes], [[], [{ kind: 'other-hosts', count: 3 }]]);
  });

  it('gives its operations in YAML', () => {
    const yaml =
      'openapi: 3.0.0\nservers:\n  - url: https://api.mypurecloud.com\npaths:\n  /api/v2/users:\n    get:\n      description: get\n    post:\n      x: 1\n  "/api/v2/users/{userId}":\n    get:\n      parameters:\n        - name: post\ncomponents:\n  /api/v2/no:\n    get:\n';
    assert.deepEqual(callsIn(yaml), expected);
  });
});

describe('A Terraform configuration', () => {
  const configuration = `
resource "genesyscloud_routing_skill" "one" {}
resource "genesyscloud_routing_skill" "two" {}
# resource "genesyscloud_group" "no" {}
/* resource "genesyscloud_group" "no" {}
resource "genesyscloud_group" "no" {} */
data "genesyscloud_group" "all" {}
resource "genesyscloud_flow" "unknown" {}
resource "aws_s3_bucket" "other" {}
`;

  it('gives what its resources are documented to call, and of data sources what reads', () => {
    const { formats, calls } = readCalls(configuration);
    assert.deepEqual(formats, ['terraform']);
    assert.deepEqual(calls.map(told), [
      'GET /routing/skills :2 ?',
      'POST /routing/skills :2 ?',
      'GET /routing/skills/{skillId} :2 ?',
      'DELETE /routing/skills/{skillId} :2 ?',
      'GET /groups :7 ?',
      'GET /groups/{groupId} :7 ?',
      'GET /groups/{groupId}/individuals :7 ?',
    ]);
  });

  it('names resources whose calls nobody has listed as unknown', () => {
    const unknown = [{ kind: 'unknown-resource', type: 'genesyscloud_flow', line: 8 }];
    assert.deepEqual(readCalls(configuration).notes, unknown);
  });

  it('is listed with operations that the API has', function () {
    const operations = publishedOperations();
    if (operations === undefined) return this.skip();
    const index = indexOperations(operations);
    const unknown = [...TERRAFORM_CALLS.values()].flat().filter((call) => {
      const [method, path = ''] = call.split(' ');
      return !index.byEndpoint(undefined, path).some((found) => found.method === method);
    });
    assert.deepEqual(unknown, []);
  });
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { operations } from '../../src/practiceOrg/api/operations.ts';
import { ApiError } from '../../src/practiceOrg/errors.ts';
import { codesOf, contract, type FieldType, factsOf } from './contract/contract.ts';

const published = new URL('../../../shared/reference/platform-api.json', import.meta.url);

describe('contract of the practice org', () => {
  for (const { method, path, scopes, permissions, codes, takesBody } of operations) {
    it(`${method} ${path} declares the published scopes, permissions, body and codes`, () => {
      const facts = factsOf(method, path);
      assert.deepEqual(scopes, facts.scopes);
      assert.deepEqual(permissions, facts.permissions);
      assert.equal(takesBody ?? false, facts.body !== undefined);
      for (const code of codes ?? []) {
        assert.ok(codesOf(facts, new ApiError(code).status).includes(code), `${code} is not published`);
      }
    });
  }

  it('has every operation that it lists', () => {
    const had = new Set(operations.map(({ method, path }) => `${method} ${path}`));
    assert.deepEqual(
      Object.keys(contract.operations).filter((key) => !had.has(key)),
      [],
    );
  });
});

/** The part of an API description that the comparison reads. */
const typed = z.object({
  $ref: z.optional(z.string()),
  type: z.optional(z.string()),
  format: z.optional(z.string()),
  enum: z.optional(z.array(z.string())),
  items: z.optional(z.unknown()),
  schema: z.optional(z.unknown()),
});
const description = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        security: z.array(z.record(z.string(), z.array(z.string()))),
        'x-inin-requires-permissions': z.optional(
          z.object({ type: z.string(), permissions: z.array(z.string()) }),
        ),
        parameters: z.array(z.extend(typed, { name: z.string(), in: z.string() })),
        responses: z.record(
          z.string(),
          z.object({
            schema: z.optional(z.unknown()),
            'x-inin-error-codes': z.optional(z.record(z.string(), z.string())),
          }),
        ),
      }),
    ),
  ),
  definitions: z.record(
    z.string(),
    z.object({
      required: z.optional(z.array(z.string())),
      properties: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
});

describe('contract of the practice org, against the API description', () => {
  if (!existsSync(published)) return;
  const api = description.parse(JSON.parse(readFileSync(published, 'utf8')));

  for (const [key, facts] of Object.entries(contract.operations)) {
    if (facts.knownFrom === 'sdks') continue;
    it(`${key} is as published`, () => {
      const [method = '', path = ''] = key.split(' ');
      const operation = api.paths[path]?.[method.toLowerCase()];
      assert.ok(operation);
      assert.deepEqual(facts.scopes, operation.security.flatMap((each) => Object.values(each)).flat());
      const required = operation['x-inin-requires-permissions'];
      const permissions = required && { [required.type.toLowerCase()]: required.permissions };
      assert.deepEqual(facts.permissions, permissions);
      const queryTypes = new Map<string, FieldType>();
      for (const parameter of operation.parameters) queryTypes.set(parameter.name, typeOf(parameter));
      for (const [name, type] of Object.entries(facts.query ?? {})) {
        assert.deepEqual(type, queryTypes.get(name), name);
      }
      const body = operation.parameters.find((each) => each.in === 'body');
      assert.deepEqual(facts.body, body && typeOf(body.schema));
      for (const [status, response] of Object.entries(operation.responses)) {
        if (status in facts.answers) {
          assert.deepEqual(
            facts.answers[status],
            response.schema === undefined ? null : typeOf(response.schema),
          );
        }
        const codes = Object.keys(response['x-inin-error-codes'] ?? {});
        const own = facts.codes?.[status] ?? [];
        assert.deepEqual(
          codes.filter((code) => !codesOf(facts, status).includes(code)),
          [],
        );
        assert.deepEqual(
          own.filter((code) => !codes.includes(code)),
          [],
        );
      }
    });
  }

  for (const [name, { knownFrom, required, fields }] of Object.entries(contract.definitions)) {
    if (knownFrom === 'sdks') continue;
    it(`${name} is as published`, () => {
      const definition = api.definitions[name];
      assert.ok(definition);
      assert.deepEqual(required, definition.required?.toSorted());
      const properties = Object.entries(definition.properties ?? {});
      assert.deepEqual(fields, Object.fromEntries(properties.map(([field, type]) => [field, typeOf(type)])));
    });
  }

  for (const { method, path, codes = [] } of operations) {
    if (codes.length === 0) continue;
    it(`${method} ${path} words its refusals as published, there or elsewhere`, () => {
      const wordings = Object.values(api.paths)
        .flatMap((methods) => Object.values(methods))
        .flatMap((operation) => Object.values(operation.responses))
        .map((response) => response['x-inin-error-codes'] ?? {});
      for (const code of codes) {
        const wording = new ApiError(code).template.replaceAll(/\{\w+\}/g, '%s');
        assert.ok(
          wordings.some((each) => each[code] === wording),
          `${code}: ${wording}`,
        );
      }
    });
  }

  function typeOf(json: unknown): FieldType {
    const { $ref, type = 'object', format, enum: values, items } = typed.parse(json);
    if ($ref !== undefined) return $ref.split('/').at(-1) ?? '';
    if (type === 'array') {
      const each = typeOf(items);
      return { each: typeof each === 'object' && 'each' in each ? 'object' : each };
    }
    return values ?? (format === 'date-time' || format === 'uri' ? format : type);
  }
});

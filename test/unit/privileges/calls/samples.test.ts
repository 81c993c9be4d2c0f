import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { languageOf } from '../../../../src/core/privileges/calls/source/languages.ts';
import { readSource } from '../../../../src/core/privileges/calls/source/readSource.ts';
import { indexOperations, type OperationIndex } from '../../../../src/core/privileges/findOperations.ts';
import { METHODS } from '../../../../src/core/privileges/operation.ts';
import { operation } from '../operations.ts';
import { publishedOperations } from '../publishedOperations.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/privileges');

const Call = z.object({
  file: z.string(),
  line: z.int(),
  method: z.optional(z.enum(METHODS)),
  path: z.string(),
  name: z.optional(z.string()),
  sureness: z.optional(z.literal('likely')),
});
const Answer = z.object({
  calls: z.array(Call),
  notFound: z.array(z.object({ file: z.string(), line: z.int() })),
  otherOperations: z.array(
    z.object({ method: z.enum(METHODS), path: z.string(), name: z.optional(z.string()) }),
  ),
});

const LANGUAGES = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const ANSWERS = new Map(
  LANGUAGES.map((language) => [
    language,
    Answer.parse(JSON.parse(readFileSync(join(FOLDER, language, 'calls.json'), 'utf8'))),
  ]),
);

/** All that is named in the answers, called or not. */
const NAMED = indexOperations(
  [...ANSWERS.values()].flatMap(({ calls, otherOperations }) =>
    [...calls, ...otherOperations].map(({ method = 'GET', path, name }) =>
      operation(`${method} ${path}`, name === undefined ? {} : { name }),
    ),
  ),
);

function filesOf(language: string): readonly string[] {
  const files = readdirSync(join(FOLDER, language), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => languageOf(file) !== undefined).sort();
}

/** What is found in an application: calls as operations, by their lines, and the lines of which it is said that nothing is. */
function found(language: string, operations: OperationIndex) {
  const read = filesOf(language).map((file) =>
    readSource(file, readFileSync(join(FOLDER, language, file), 'utf8'), { operations }),
  );
  const calls = read.flatMap((each) =>
    each.calls.map(({ named, at, sureness }) => {
      const [known] =
        named.by === 'sdk' ? operations.byName(named.name) : operations.byEndpoint(named.method, named.path);
      const method = named.by === 'sdk' ? known?.method : named.method;
      return `${at.file}:${at.line} ${method ?? 'any'} ${known?.path ?? 'unknown'} (${named.by}, ${sureness})`;
    }),
  );
  const notes = read.flatMap((each) =>
    each.notes.map((note) => ('file' in note ? `${note.file}:${note.line} ${note.kind}` : note.kind)),
  );
  return { calls: calls.sort(), notes: notes.sort() };
}

function known(language: string) {
  const { calls, notFound } = ANSWERS.get(language) ?? { calls: [], notFound: [] };
  return {
    calls: calls
      .map(({ file, line, method, path, name, sureness }) => {
        const by = name === undefined ? 'endpoint' : 'sdk';
        return `${file}:${line} ${method ?? 'any'} ${path} (${by}, ${sureness ?? 'certain'})`;
      })
      .sort(),
    notes: notFound.map(({ file, line }) => `${file}:${line} built-at-run-time`).sort(),
  };
}

describe('The calls of a sample application', () => {
  for (const language of LANGUAGES) {
    it(`are found, and nothing else is taken for one: ${language}`, () => {
      assert.deepEqual(found(language, NAMED), known(language));
    });
  }

  it('are the same where every operation of the API is known', function () {
    const operations = publishedOperations();
    if (operations === undefined) return this.skip();
    const index = indexOperations(operations);
    for (const language of LANGUAGES) {
      const parameters = (call: string) => call.replace(/\{\w+\}/g, '{}');
      assert.deepEqual(found(language, index).calls.map(parameters), known(language).calls.map(parameters));
    }
  });
});

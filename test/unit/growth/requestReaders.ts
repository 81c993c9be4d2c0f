import { NewClientRequest } from '../../../src/cli/requests/forms.ts';
import { readRequest } from '../../../src/cli/requests/readRequest.ts';
import type { Growth } from './growth.ts';
import { eachOn, listOf, manyOf } from './readers.ts';

const REQUESTS: Readonly<Record<string, (size: number) => string>> = {
  'fields that nobody knows': (size) => `{${listOf(size, (index) => `"field${index}": 1`)}}`,
  'fields that nobody knows, deep in it': (size) =>
    `{"roles": [{${listOf(size, (index) => `"field${index}": 1`)}}]}`,
  'one field again and again': (size) => `{${listOf(size, () => '"name": "x"')}}`,
  'values of another kind': (size) =>
    JSON.stringify({ scopes: manyOf(size, (index) => index) }, undefined, 1),
};

export const REQUEST_READERS: readonly Growth[] = eachOn(
  { 'a request': (text: string) => readRequest(text, NewClientRequest) },
  REQUESTS,
  256,
);

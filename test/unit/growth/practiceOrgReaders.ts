import { readDocument } from '../../../src/practiceOrg/scim/document.ts';
import { patched } from '../../../src/practiceOrg/scim/patch.ts';
import { GENESYS, GROUP, USER } from '../../../src/practiceOrg/scim/schemas.ts';
import type { Growth } from './growth.ts';
import { eachOn, manyOf } from './readers.ts';

const SCHEMAS = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];

/** A group and what is sent to change its members. */
type GroupChange = { readonly members: readonly object[]; readonly operations: readonly object[] };

const PATCH: Readonly<Record<string, (change: GroupChange) => unknown>> = {
  'patch a group': ({ members, operations }) =>
    patched(GROUP, { displayName: 'Sales Team', members }, { schemas: SCHEMAS, Operations: operations }),
};

const member = (n: number) => ({ type: 'User', value: `user-${n}`, $ref: `/users/user-${n}` });
const path = 'members';

const CHANGES: Readonly<Record<string, (size: number) => GroupChange>> = {
  'as many members more': (size) => ({
    members: manyOf(size, member),
    operations: [{ op: 'add', path, value: manyOf(size, (n) => member(n + size)) }],
  }),
  'the same members again': (size) => ({
    members: manyOf(size, member),
    operations: [{ op: 'add', path, value: manyOf(size, member) }],
  }),
  'one member again and again': (size) => ({
    members: manyOf(size, member),
    operations: [{ op: 'add', path, value: manyOf(size, () => member(1)) }],
  }),
  'other members instead': (size) => ({
    members: manyOf(size, member),
    operations: [{ op: 'replace', path, value: manyOf(size, (n) => member(n + size)) }],
  }),
  'every member by its value': (size) => ({
    members: manyOf(size, member),
    operations: [{ op: 'remove', path, value: manyOf(size, (n) => ({ $ref: null, value: `user-${n}` })) }],
  }),
  'one member by a filter': (size) => ({
    members: manyOf(size, member),
    operations: [{ op: 'remove', path: 'members[value eq "user-1"]' }],
  }),
  'operations about members who are not there': (size) => ({
    members: [],
    operations: manyOf(size, (n) => ({ op: 'remove', path: `members[value eq "user-${n}"]` })),
  }),
  'operations about what groups do not have': (size) => ({
    members: [],
    operations: manyOf(size, (n) => ({ op: 'add', path: `nickName${n}`, value: n })),
  }),
};

const READ: Readonly<Record<string, (body: unknown) => unknown>> = {
  'read a user': (body) => readDocument(USER, body),
};

const BODIES: Readonly<Record<string, (size: number) => unknown>> = {
  'attributes that users do not have': (size) =>
    Object.fromEntries(manyOf(size, (n) => [`attribute${n}`, n])),
  'parts that an address does not have': (size) => ({
    emails: [Object.fromEntries(manyOf(size, (n) => [`part${n}`, n]))],
  }),
  'addresses, each the primary one': (size) => ({
    emails: manyOf(size, (n) => ({ value: `${n}@practice.example`, type: 'work', primary: true })),
  }),
  'a name that goes on': (size) => ({ [`urn:${'a:'.repeat(size)}`]: 1, [`name${'.x'.repeat(size)}`]: 1 }),
  'identifiers of Genesys, one by one': (size) => ({
    [GENESYS]: { externalIds: manyOf(size, (n) => ({ authority: 'a', value: `${n}` })) },
  }),
};

export const PRACTICE_ORG_READERS: readonly Growth[] = [
  ...eachOn(PATCH, CHANGES, 512),
  ...eachOn(READ, BODIES, 512),
];

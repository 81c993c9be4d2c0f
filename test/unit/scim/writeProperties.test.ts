import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Node, parseTree, visit } from 'jsonc-parser';
import type { ScimConnection } from '../../../src/core/scim/configFile.ts';
import { updateScimConfig } from '../../../src/core/scim/writeConfig.ts';
import { cases } from '../../fuzz/cases.ts';
import { connectionArbitrary, fileArbitrary } from './grammar.ts';

type Own = { readonly node: Node; readonly text: string };

/** The connections of a text that has one syntax tree without errors. */
function connectionsOf(text: string): { list: Node | undefined; elements: Own[] } {
  const errors: unknown[] = [];
  const root = parseTree(text.replace('\uFEFF', ' '), [], { allowTrailingComma: true });
  visit(
    text.replace('\uFEFF', ' '),
    { onError: (...error) => errors.push(error) },
    { allowTrailingComma: true },
  );
  assert.deepEqual(errors, []);
  const list = member(root, 'connections');
  const elements = list?.children ?? [];
  return { list, elements: elements.map((node) => ({ node, text: sourceOf(text, node) })) };
}

function member(object: Node | undefined, name: string): Node | undefined {
  return object?.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];
}

function sourceOf(text: string, { offset, length }: Node): string {
  return text.slice(offset, offset + length);
}

function isFor({ node }: Own, { provider, region, clientId }: ScimConnection): boolean {
  const id: unknown = member(node, 'clientId')?.value;
  return (
    member(node, 'provider')?.value === provider &&
    member(node, 'region')?.value === region &&
    typeof id === 'string' &&
    id.toLowerCase() === clientId.toLowerCase()
  );
}

function commentsOf(text: string): string[] {
  return text.match(/\bc\d+\b(?=(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*$)/g) ?? [];
}

describe('genesys-scim.json: any file, any connection (S6)', function () {
  this.timeout(120_000);

  it('S6: an update leaves every byte alone that is not of its own connection', () => {
    let met = 0;
    fc.assert(
      fc.property(fileArbitrary, connectionArbitrary, (text, connection) => {
        const before = connectionsOf(text);
        const own = before.elements.filter((element) => isFor(element, connection));
        const result = updateScimConfig(text, connection);
        if (own.length > 1) {
          assert.deepEqual(
            [result.kind, 'reason' in result && result.reason],
            ['refused', 'several-connections'],
          );
          return;
        }
        assert.equal(result.kind, 'text');
        const after = connectionsOf(result.text);
        const written = after.elements.find((element) => isFor(element, connection));
        assert.ok(written !== undefined);
        assert.deepEqual(
          after.elements.filter((element) => element !== written).map((element) => element.text),
          before.elements.filter((element) => element !== own[0]).map((element) => element.text),
        );
        assert.deepEqual(commentsOf(result.text), commentsOf(text));
        if (own[0] === undefined) {
          assert.ok(isSubsequence(text.replace(/\s/g, ''), result.text.replace(/\s/g, '')));
          return;
        }
        met += 1;
        assert.equal(
          result.text.slice(0, written.node.offset),
          text.slice(0, own[0].node.offset),
          'before the connection',
        );
        assert.equal(
          result.text.slice(written.node.offset + written.node.length),
          text.slice(own[0].node.offset + own[0].node.length),
          'behind the connection',
        );
        assert.deepEqual(extrasOf(result.text, written.node), extrasOf(text, own[0].node));
      }),
      { numRuns: cases(1000) },
    );
    assert.ok(met > 50, `only ${met} updates`);
  });

  it('S6: afterwards the connection has the values, and the same update again changes nothing', () => {
    fc.assert(
      fc.property(fileArbitrary, connectionArbitrary, (text, connection) => {
        const result = updateScimConfig(text, connection);
        if (result.kind === 'refused') return;
        const written = connectionsOf(result.text).elements.find((element) => isFor(element, connection));
        const { role, divisions, secret, ...scalars } = connection;
        for (const [name, value] of Object.entries(scalars)) {
          assert.equal(member(written?.node, name)?.value, value, name);
        }
        for (const name of ['tokenEndsAt', 'authorizationUrl'] as const) {
          assert.equal(member(written?.node, name)?.value, connection[name], name);
        }
        assert.deepEqual(namedOf(member(written?.node, 'role')), role);
        assert.equal(member(member(written?.node, 'secret'), 'kept')?.value, secret.kept);
        const list = member(written?.node, 'divisions');
        assert.deepEqual(
          list?.type === 'array' ? sorted(list.children?.map(namedOf)) : list?.value,
          divisions === 'all' ? divisions : sorted(divisions),
        );
        const line = result.text.slice(0, written?.node.offset).split(/\r\n|\n/).length;
        assert.deepEqual(updateScimConfig(result.text, connection), {
          kind: 'text',
          text: result.text,
          line,
        });
      }),
      { numRuns: cases(1000) },
    );
  });

  it('S6: a secret beside the connection, under any name at any depth, is not written', () => {
    const canary = 'Zx81CanaryThatNobodyMayRead';
    const names = fc.dictionary(fc.string({ minLength: 1 }), fc.constant(canary), { minKeys: 1 });
    fc.assert(
      fc.property(fileArbitrary, connectionArbitrary, names, (text, connection, secrets) => {
        const leaky: ScimConnection = {
          ...secrets,
          ...connection,
          secret: { ...secrets, ...connection.secret },
          role: { ...secrets, ...connection.role },
        };
        const result = updateScimConfig(text, leaky);
        assert.ok(!JSON.stringify(result).includes(canary));
        assert.deepEqual(result, updateScimConfig(text, connection));
      }),
      { numRuns: cases(300) },
    );
  });
});

/** The source of every property that nobody here knows, in order. */
function extrasOf(text: string, object: Node): string[] {
  return (object.children ?? [])
    .filter(({ children }) => /^x/.test(String(children?.[0]?.value)))
    .map((property) => sourceOf(text, property));
}

function namedOf(object: Node | undefined): { id: unknown; name: unknown } {
  return { id: member(object, 'id')?.value, name: member(object, 'name')?.value };
}

function sorted(values: readonly { id: unknown }[] | undefined) {
  return [...(values ?? [])].sort((one, other) => String(one.id).localeCompare(String(other.id)));
}

function isSubsequence(part: string, whole: string): boolean {
  let found = 0;
  for (const character of whole) if (character === part[found]) found += 1;
  return found === part.length;
}

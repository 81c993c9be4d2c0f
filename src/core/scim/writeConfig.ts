import type { Node } from 'jsonc-parser';
import { placer } from '../framework/places.ts';
import { inPlaceOf, type KnownConnection, ScimConnection } from './configFile.ts';
import { knownConnection, readRegion, type WrittenConnection } from './connections.ts';
import {
  connectionNodes,
  type JsonDocument,
  nodeAt,
  propertyValue,
  readJson,
  stringProperty,
} from './jsonDocument.ts';
import type { JsonObject } from './jsonEdit.ts';
import { addProperty, appendElements, removeMembers } from './jsonEdit.ts';
import { mergeProperties } from './mergeJson.ts';
import { staleAddresses } from './practiceAddresses.ts';

/**
 * Why a file is left alone: it is no JSON; it has another shape than a SCIM config file; or it has several
 * connections of the same identity provider, region and client, and which one is meant is not in the text.
 */
export type ScimRefusal = 'not-json' | 'not-a-scim-config' | 'several-connections';

/** Lines count from 1: of the connection after the update, or of what stands in the way. */
export type ScimConfigUpdate =
  | { readonly kind: 'text'; readonly text: string; readonly line: number }
  | { readonly kind: 'refused'; readonly reason: ScimRefusal; readonly line: number };

/** Every property that a connection may have, in the order of the file. */
const NO_PROPERTIES = Object.fromEntries(Object.keys(ScimConnection.shape).map((name) => [name, undefined]));

/** A connection as it is written; undefined for what it shall not have. */
function written(connection: ScimConnection): JsonObject {
  return { ...NO_PROPERTIES, ...ScimConnection.parse(connection) };
}

/**
 * The SCIM config file with this connection in it (procedure rule S6): in the place of the one of that identity provider,
 * region and client, or as a new one at the end of the list, beside those of other clients. Everything else stays as it is to the byte, comments and
 * properties that others added to the connection included; the same values again change nothing. No text, or a blank
 * one, makes a new file. Only what a ScimConnection has is written, so a secret beside it is not; throws when the
 * connection is not one.
 */
export function updateScimConfig(text: string | undefined, connection: ScimConnection): ScimConfigUpdate {
  if (text === undefined || text.trim() === '') {
    return {
      kind: 'text',
      text: `${JSON.stringify({ connections: [written(connection)] }, undefined, 2)}\n`,
      line: 3,
    };
  }
  const document = readJson(text);
  const { root, errorOffset } = document;
  if (errorOffset !== undefined) return refused(text, 'not-json', errorOffset);
  if (root?.type !== 'object') return refused(text, 'not-a-scim-config', root?.offset);

  const connections = propertyValue(root, 'connections');
  if (connections === undefined) {
    const withList = addProperty(document, root, root.children?.at(-1), 'connections', [written(connection)]);
    return updated(withList, ['connections', 0]);
  }
  if (connections.type !== 'array') return refused(text, 'not-a-scim-config', connections.offset);

  const own = ownConnections(root, connection);
  if (own.length > 1) return refused(text, 'several-connections', own[1]?.offset);
  const [found] = own;
  if (found === undefined) {
    const appended = appendElements(document, connections, [written(connection)]);
    return updated(appended, ['connections', connections.children?.length ?? 0]);
  }
  const path = ['connections', connections.children?.indexOf(found) ?? 0];
  const after = inPlaceOf(knownConnection(found), connection);
  return updated(mergeProperties(document, path, written(after)), path);
}

/**
 * The same file, with another end of the token that the identity provider of this connection holds (ISO 8601). Only
 * that one value changes. Refused when the connection is no longer there, or there twice.
 */
export function updateTokenEnd(text: string, which: OwnName, endsAt: string): ScimConfigUpdate {
  return changeOwn(text, which, () => ({ tokenEndsAt: endsAt }));
}

/** The same, with the addresses of a connection to the practice org as they are where that is now (its `baseUrl`). */
export function updatePracticeAddresses(text: string, which: OwnName, baseUrl: string): ScimConfigUpdate {
  return changeOwn(text, which, (connection) =>
    Object.fromEntries(staleAddresses(connection, baseUrl).map(({ name, now }) => [name, now])),
  );
}

/** The same, with other values of a connection; what it has beside these stays. */
export function updateValues(text: string, which: OwnName, values: KnownConnection): ScimConfigUpdate {
  return changeOwn(text, which, () => values);
}

/** The same, without this connection. Comments around it stay. */
export function removeConnection(text: string, which: OwnName): ScimConfigUpdate {
  const document = readJson(text);
  const { root, errorOffset } = document;
  if (errorOffset !== undefined) return refused(text, 'not-json', errorOffset);
  const [found, second] = ownConnections(root, which);
  if (found === undefined)
    return refused(text, 'not-a-scim-config', propertyValue(root, 'connections')?.offset);
  if (second !== undefined) return refused(text, 'several-connections', second.offset);
  return updated(removeMembers(document, [found]), ['connections']);
}

/** What a connection of a file is known by. */
type OwnName = Pick<WrittenConnection, 'provider' | 'region' | 'clientId'>;

/** Gives the one connection of this name these properties. */
function changeOwn(text: string, which: OwnName, wanted: (connection: Node) => JsonObject): ScimConfigUpdate {
  const document = readJson(text);
  const { root, errorOffset } = document;
  if (errorOffset !== undefined) return refused(text, 'not-json', errorOffset);
  const connections = propertyValue(root, 'connections');
  const [found, second] = ownConnections(root, which);
  if (found === undefined) return refused(text, 'not-a-scim-config', connections?.offset);
  if (second !== undefined) return refused(text, 'several-connections', second.offset);
  const path = ['connections', connections?.children?.indexOf(found) ?? 0];
  return updated(mergeProperties(document, path, wanted(found)), path);
}

/**
 * A connection is known by its client: another one of the same provider may be a second tenant, or the one that works until
 * the new one has proven itself.
 */
function ownConnections(root: Node | undefined, { provider, region, clientId }: OwnName): Node[] {
  return connectionNodes(root).filter(
    (node) =>
      (stringProperty(node, 'provider') ?? '') === provider &&
      readRegion(stringProperty(node, 'region') ?? '') === region &&
      stringProperty(node, 'clientId')?.toLowerCase() === clientId.toLowerCase(),
  );
}

function updated(document: JsonDocument, path: readonly (string | number)[]): ScimConfigUpdate {
  const { text } = document;
  return { kind: 'text', text, line: lineAt(text, nodeAt(document, path)?.offset) };
}

function refused(text: string, reason: ScimRefusal, offset: number | undefined): ScimConfigUpdate {
  return { kind: 'refused', reason, line: lineAt(text, offset) };
}

function lineAt(text: string, offset = 0): number {
  return placer(text)({ start: offset, end: offset }).line;
}

import type { Method, Operation } from './operation.ts';

/** Finds operations by what people write of them. */
export type OperationIndex = {
  /**
   * The operations that answer at a path below `/api/v2`, in which values stand or parameters in any spelling:
   * `/users/me`, `/users/123/roles`, `/users/{id}/`, `/users/:id`, `/users/${user.id}?expand=groups`. Where a word fits and a
   * parameter would, too, it is the word's operation, as at the API. Without a method it is those of every method.
   */
  byEndpoint(method: Method | undefined, path: string): readonly Operation[];
  /** The operations of this name, as any SDK spells it: `getUsersMe`, `GetUsersMe`, `get_users_me`, `GetUsersMeAsync`. */
  byName(name: string): readonly Operation[];
};

/** A place in the tree of paths; each step to another one is a segment. */
type Place = {
  words: Map<string, Place>;
  parameter: Place | undefined;
  operations: Operation[];
};

/** Sorts operations so that each is found without looking at the others. */
export function indexOperations(operations: readonly Operation[]): OperationIndex {
  const root = emptyPlace();
  const names = new Map<string, Operation[]>();
  for (const operation of operations) {
    placeOf(root, operation.path).operations.push(operation);
    if (operation.name === undefined) continue;
    addTo(names, operation.name, operation);
    addTo(names, inSnakeCase(operation.name), operation);
  }
  return {
    byEndpoint(method, path) {
      const found = answering(root, segmentsOf(path), 0)?.operations ?? [];
      return method === undefined ? found : found.filter((operation) => operation.method === method);
    },
    byName(name) {
      const spelled = name.charAt(0).toLowerCase() + name.slice(1);
      return names.get(spelled) ?? names.get(spelled.replace(OF_THE_SAME_CALL, '')) ?? [];
    },
  };
}

/** How the SDKs for Java and .NET name the other forms of a method: not waiting, or answering with status and headers, too. */
const OF_THE_SAME_CALL = /(?:Async)?(?:WithHttpInfo)?$/;

function emptyPlace(): Place {
  return { words: new Map(), parameter: undefined, operations: [] };
}

function placeOf(root: Place, path: string): Place {
  let place = root;
  for (const segment of segmentsOf(path)) place = stepTo(place, segment);
  return place;
}

function stepTo(place: Place, segment: string): Place {
  if (segment.startsWith('{')) {
    place.parameter ??= emptyPlace();
    return place.parameter;
  }
  const word = segment.toLowerCase();
  const next = place.words.get(word) ?? emptyPlace();
  place.words.set(word, next);
  return next;
}

/** The place that segments lead to, if anything answers there; a word is tried before a parameter. */
function answering(place: Place, segments: readonly string[], at: number): Place | undefined {
  const segment = segments[at];
  if (segment === undefined) return place.operations.length > 0 ? place : undefined;
  // Nothing stands between two slashes: no parameter was filled in.
  if (segment === '') return undefined;
  // SCIM's paths are written in both cases (`/Users`, `/users`), and no other word differs from another one by case.
  const word = place.words.get(segment.toLowerCase());
  const byWord = word && answering(word, segments, at + 1);
  return byWord ?? (place.parameter && answering(place.parameter, segments, at + 1));
}

/** What stands between the slashes of a path; a query is left out, and what stands in braces is one piece. */
function segmentsOf(path: string): string[] {
  const segments = path.includes('{')
    ? splitOutsideBraces(path)
    : (path.split(/[?#]/, 1)[0] ?? '').split('/');
  if (segments[0] === '') segments.shift();
  if (segments.at(-1) === '') segments.pop();
  return segments;
}

/** Code may stand in the braces of a template, with marks of its own that mean nothing here. */
function splitOutsideBraces(path: string): string[] {
  const segments: string[] = [];
  let begin = 0;
  let depth = 0;
  let at = 0;
  for (; at < path.length; at++) {
    const char = path[at];
    if (char === '{') depth++;
    else if (char === '}' && depth > 0) depth--;
    else if (depth === 0 && char === '/') {
      segments.push(path.slice(begin, at));
      begin = at + 1;
    } else if (depth === 0 && (char === '?' || char === '#')) break;
  }
  segments.push(path.slice(begin, at));
  return segments;
}

/** As the generator of the SDK for Python does it: `getScimV2Users` is `get_scim_v2_users`. */
function inSnakeCase(name: string): string {
  return name
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

function addTo(names: Map<string, Operation[]>, name: string, operation: Operation): void {
  const same = names.get(name);
  if (same === undefined) names.set(name, [operation]);
  else if (!same.includes(operation)) same.push(operation);
}

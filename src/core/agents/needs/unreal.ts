import { type Call, callText } from '../../privileges/calls/call.ts';
import type { MatchedCalls } from '../../privileges/matchCalls.ts';
import { isPermission, nearEndpoints, nearNames, nearPermissions } from '../../privileges/nearOperations.ts';
import { endpointOf, type Operation } from '../../privileges/operation.ts';
import { KnownScopes } from '../../privileges/scopes/knownScopes.ts';

/**
 * Endpoints that are often named and are not of the Platform API, each with what is there instead. Tokens come from the
 * login host (Genesys facts 6.1, 6.2).
 */
const NOT_OF_THE_API: Readonly<Record<string, string>> = {
  '/oauth/token': 'Tokens come from the login host: POST https://login.{region}/oauth/token.',
  '/oauth/authorize': 'People log in at the login host: https://login.{region}/oauth/authorize.',
};

/** The calls of operations that do not exist, or may be of several, a line each, with the real ones beside them. */
export function unrealCalls(
  { unknown, unclear }: MatchedCalls,
  operations: readonly Operation[],
): readonly string[] {
  return [
    ...unknown.map((call) => `- ${callText(call.named)} does not exist. ${insteadOf(call, operations)}`),
    ...unclear.map(
      ({ call, operations: several }) =>
        `- ${callText(call.named)} may be any of these, say which: ${several.map(endpointOf).join(', ')}.`,
    ),
  ];
}

function insteadOf({ named }: Call, operations: readonly Operation[]): string {
  const other = named.by === 'endpoint' ? NOT_OF_THE_API[named.path] : undefined;
  if (other !== undefined) return other;
  const near = named.by === 'endpoint' ? nearEndpoints(named, operations) : nearNames(named.name, operations);
  const names = near.map((operation) =>
    named.by === 'sdk' && operation.name !== undefined
      ? `${operation.name} (${endpointOf(operation)})`
      : endpointOf(operation),
  );
  return names.length === 0 ? 'Nothing real is near it.' : `Nearest real ones: ${names.join(', ')}.`;
}

/** The scopes and permissions that do not exist, a line each, with the real ones beside them. */
export function refusedWords(
  scopes: readonly string[],
  permissions: readonly string[],
  operations: readonly Operation[],
): readonly string[] {
  const known = new KnownScopes(operations);
  return [
    ...scopes.flatMap((word) => falseScope(word, known)),
    ...permissions.flatMap((word) => {
      if (isPermission(word, operations)) return [];
      if (known.has(word)) return [`- ${word} is a scope and no permission.`];
      return [
        `- No operation asks for the permission ${word}. ${nearText('Nearest real ones', nearPermissions(word, operations))}`,
      ];
    }),
  ];
}

function falseScope(word: string, known: KnownScopes): readonly string[] {
  const judged = known.judge(word);
  switch (judged.kind) {
    case 'scope':
      return [];
    case 'permission':
      return [
        `- ${word} is a permission and no scope. ${nearText('Scopes of the operations that ask for it', judged.scopes)}`,
      ];
    case 'no-scope':
      return [`- The scope ${word} does not exist. ${nearText('Nearest real ones', judged.near)}`];
  }
}

function nearText(what: string, near: readonly string[]): string {
  return near.length === 0 ? 'Nothing real is near it.' : `${what}: ${near.join(', ')}.`;
}

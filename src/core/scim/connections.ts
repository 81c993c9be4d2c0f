import { getNodeValue, type Node } from 'jsonc-parser';
import { readRegionName } from '../platform/regionName.ts';
import { mayHoldSecret } from '../platform/secretShape.ts';
import { KnownConnection, ScimConnection } from './configFile.ts';
import { connectionNodes, numberProperty, propertyValue, readJson, stringProperty } from './jsonDocument.ts';

/** A connection of a SCIM config file, as far as it says whose token is meant. Offsets are of the text, in UTF-16 units. */
export type WrittenConnection = {
  /** As the file names it, whatever that is. */
  readonly provider: string;
  /** The domain that the file names, in whatever form; nobody has checked that it is a region. */
  readonly region: string;
  readonly clientId: string;
  readonly holdsToken: boolean;
  /** Whether the file says that its client is one of the practice org. */
  readonly practice: boolean;
  readonly start: number;
  readonly end: number;
};

/**
 * The connections of a SCIM config file that name a client, in the order of the text; without those that may hold a secret
 * in a name, because people choose among them by these. Never throws.
 */
export function readConnections(text: string): WrittenConnection[] {
  return connectionNodes(readJson(text).root).flatMap((element) => writtenConnection(element) ?? []);
}

/** The same, each with what is known of it. */
export function readKnownConnections(
  text: string,
): { readonly connection: WrittenConnection; readonly known: KnownConnection }[] {
  return connectionNodes(readJson(text).root).flatMap((element) => {
    const connection = writtenConnection(element);
    return connection === undefined ? [] : [{ connection, known: knownConnection(element) }];
  });
}

/** The same, each with when the token of its identity provider ends and how many seconds it lives, as far as the file says so. */
export function readTokenEnds(text: string): {
  readonly connection: WrittenConnection;
  readonly endsAt: Date | undefined;
  readonly lifeSeconds: number | undefined;
}[] {
  return connectionNodes(readJson(text).root).flatMap((element) => {
    const connection = writtenConnection(element);
    const endsAt = readMoment(stringProperty(element, 'tokenEndsAt'));
    const lifeSeconds = numberProperty(element, 'tokenDurationSeconds');
    return connection === undefined ? [] : [{ connection, endsAt, lifeSeconds }];
  });
}

function writtenConnection(element: Node): WrittenConnection | undefined {
  const clientId = stringProperty(element, 'clientId');
  const region = stringProperty(element, 'region');
  const provider = stringProperty(element, 'provider') ?? '';
  if (clientId === undefined || region === undefined) return undefined;
  if ([clientId, region, provider].some(mayHoldSecret)) return undefined;
  return {
    provider,
    region: readRegion(region),
    clientId: clientId.toLowerCase(),
    holdsToken: propertyValue(element, 'tokenEndsAt') !== undefined,
    practice: isOfPracticeOrg(element),
    start: element.offset,
    end: element.offset + element.length,
  };
}

/** A moment as a file writes it (ISO 8601); undefined where that is none. */
export function readMoment(text: string | undefined): Date | undefined {
  const [day, ofMonth] = /^\d{4}-\d{2}-(\d{2})/.exec(text ?? '') ?? [];
  if (text === undefined || day === undefined) return undefined;
  const moment = new Date(text);
  // JavaScript takes February 31 for March 3; a calendar does not.
  const isInCalendar = new Date(`${day}T00:00:00Z`).getUTCDate() === Number(ofMonth);
  return isInCalendar && !Number.isNaN(moment.getTime()) ? moment : undefined;
}

/** Whether the file says of a connection that its client is one of the practice org. */
export function isOfPracticeOrg(element: Node): boolean {
  return propertyValue(element, 'practice')?.value === true;
}

/**
 * The domain of the region that is meant, where that is clear, or else what is written.
 * @param regionIn `readRegionName`, kept by those who ask about many texts.
 */
export function readRegion(text: string, regionIn = readRegionName): string {
  return regionIn(text) ?? text.toLowerCase();
}

/** What is known of each connection of a SCIM config file. Never throws. */
export function knownConnections(text: string): KnownConnection[] {
  return connectionNodes(readJson(text).root).map(knownConnection);
}

/**
 * What is known of one. Whatever else the file has is nobody's business, and what may be a secret stays out, wherever
 * it stands: this is shown on the page.
 */
export function knownConnection(element: Node): KnownConnection {
  const right = Object.entries(ScimConnection.shape).flatMap(([name, schema]) => {
    const node = propertyValue(element, name);
    const value = schema.safeParse(node && getNodeValue(node));
    const isKnown = node !== undefined && value.success && !textsIn(value.data).some(mayHoldSecret);
    return isKnown ? [[name, value.data] as const] : [];
  });
  return KnownConnection.parse(Object.fromEntries(right));
}

/** All texts of a value, those in its lists and objects included. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

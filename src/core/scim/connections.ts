import { propertyValue, readJson, stringProperty } from './jsonDocument.ts';

/** A connection of a SCIM config file, as far as it says whose token is meant. Offsets are of the text, in UTF-16 units. */
export type WrittenConnection = {
  /** As the file names it, whatever that is. */
  readonly provider: string;
  /** As the file names it: nobody has checked that it is a region. */
  readonly region: string;
  readonly clientId: string;
  readonly holdsToken: boolean;
  readonly start: number;
  readonly end: number;
};

/** The connections of a SCIM config file that name a client, in the order of the text. Never throws. */
export function readConnections(text: string): WrittenConnection[] {
  const connections = propertyValue(readJson(text).root, 'connections');
  const elements = connections?.type === 'array' ? (connections.children ?? []) : [];
  return elements.flatMap((element) => {
    const clientId = stringProperty(element, 'clientId');
    const region = stringProperty(element, 'region');
    if (clientId === undefined || region === undefined) return [];
    return {
      provider: stringProperty(element, 'provider') ?? '',
      region: region.toLowerCase(),
      clientId: clientId.toLowerCase(),
      holdsToken: propertyValue(element, 'tokenEndsAt') !== undefined,
      start: element.offset,
      end: element.offset + element.length,
    };
  });
}

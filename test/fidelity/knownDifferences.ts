/** Where a client and the practice org differ, and that is right: what the client says of it, and why it is so. */
const KNOWN: readonly { client: string; why: RegExp; because: string }[] = [
  {
    client: 'scim2-tester',
    why: /returned 404 instead of 405/,
    because: 'what Genesys Cloud does not have is answered as something that does not exist',
  },
  {
    client: 'scim2-tester',
    why: /userName is missing or not valid/,
    because: 'a user name is an e-mail address, and the client makes up any text',
  },
  {
    client: 'scim2-tester',
    why: /proficiency Input should be a valid number/,
    because: 'the client makes up a text where its own model wants a number',
  },
  {
    client: 'scim2-tester',
    why: /The requested resource was not found|not simulated/,
    because: 'groups are made in Genesys Cloud, not through SCIM',
  },
  {
    client: 'scim-sanity',
    why: /^meta\.created must be present[^;]*$/,
    because: 'Genesys Cloud does not tell when something was made',
  },
  {
    client: 'scim-sanity',
    why: /Expected HTTP 201, got (404|501)/,
    because: 'groups are made in Genesys Cloud, not through SCIM',
  },
];

/** Why a step that failed at this client is right all the same; undefined where it is not. */
export function knownDifference(client: string, why: string): string | undefined {
  return KNOWN.find((each) => each.client === client && each.why.test(why))?.because;
}

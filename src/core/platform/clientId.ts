const CLIENT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a text is formed like a Client ID: a UUID (Genesys facts 5.2). */
export function isClientId(text: string): boolean {
  return CLIENT_ID.test(text);
}

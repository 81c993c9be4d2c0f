// Plain JavaScript, because it is also loaded first in the extension host of a VS Code whose Node need not read TypeScript.

/** The variable that names the folder of a VS Code under test, with all that it keeps. */
export const DATA_FOLDER = 'TEST_DATA_FOLDER';
/** The variable that names the file in which its extension host notes, a line each, what orgs give out. */
export const ISSUED_FILE = 'TEST_ISSUED_FILE';

const IN_BODY = /"(?:secret|access_token|refresh_token)"\s*:\s*"([^"]+)"/g;

/**
 * From now on each client secret, token and authorization code that an answer brings is told to `note`.
 * @param {(secret: string) => void} note
 */
export function watchIssued(note) {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    const answer = await fetch(input, init);
    const code = /[?&]code=([^&]+)/.exec(answer.headers.get('location') ?? '')?.[1];
    if (code !== undefined) note(decodeURIComponent(code));
    const method = (init?.method ?? (input instanceof Request ? input.method : 'GET')).toUpperCase();
    // No other answer has a secret, and a copy of a long one would hold it up.
    if (method === 'POST' && answer.status < 300) void readSecrets(answer.clone(), note);
    return answer;
  };
}

/**
 * @param {Response} answer
 * @param {(secret: string) => void} note
 */
async function readSecrets(answer, note) {
  // One that breaks off brings no secret.
  const text = await answer.text().catch(() => '');
  for (const [, secret = ''] of text.matchAll(IN_BODY)) note(secret);
}

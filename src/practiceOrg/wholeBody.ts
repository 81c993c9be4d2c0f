import type { IncomingMessage } from 'node:http';
import type { Context, Next } from 'hono';
import { ApiError } from './errors.ts';
import { type HttpEnv, mediaType } from './http.ts';

/** The platform's limit `request.bytes.max` (Genesys facts 6.4). */
const MOST_BYTES = 512_000;

/** No request is nested nearly as deep; what walks through a JSON value level by level would run out of stack. */
const MOST_NESTED = 100;

const decoder = new TextDecoder();

const methods = ['POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Reads the body before anything is done with the request, and no further than may be; it is there as `body` then. Throws 413 when it is too long, and
 * 400 as soon as JSON is nested too deep.
 */
export async function wholeBody(c: Context<HttpEnv>, next: Next): Promise<void> {
  const { method } = c.req;
  const { incoming } = c.env;
  const { 'content-length': length, 'transfer-encoding': encoding } = incoming.headers;
  if (methods.includes(method) && (length ?? encoding) !== undefined) {
    const isForm = mediaType(c.req.header('content-type')) === 'application/x-www-form-urlencoded';
    const body = await read(incoming, isForm ? () => false : nesting());
    c.set('body', { text: decoder.decode(body), bytes: body.byteLength });
  }
  await next();
}

async function read(incoming: IncomingMessage, isTooDeep: (bytes: Buffer) => boolean): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let left = MOST_BYTES;
  // Destroyed, the connection could not carry the refusal.
  const coming = incoming.iterator({ destroyOnReturn: false });
  try {
    for await (const chunk of coming) {
      const bytes = Buffer.from(chunk);
      if (isTooDeep(bytes)) throw new ApiError('bad.request');
      left -= bytes.byteLength;
      if (left < 0) throw new ApiError('request.entity.too.large', { limit: MOST_BYTES });
      chunks.push(bytes);
    }
  } catch (error) {
    // Else the other side has hung up, and no answer reaches it.
    throw error instanceof ApiError ? error : new ApiError('bad.request');
  }
  return Buffer.concat(chunks);
}

const [QUOTE, BACKSLASH] = Buffer.from('"\\');
const OPENING = new Set(Buffer.from('[{'));
const CLOSING = new Set(Buffer.from(']}'));

/** Takes the bytes of a JSON text one piece after the other, and tells whether it is nested too deep by now. */
function nesting(): (bytes: Buffer) => boolean {
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  return (bytes) => {
    for (const byte of bytes) {
      if (inString) {
        if (byte === QUOTE && !isEscaped) inString = false;
        isEscaped = byte === BACKSLASH && !isEscaped;
      } else if (byte === QUOTE) inString = true;
      else if (OPENING.has(byte)) depth += 1;
      else if (CLOSING.has(byte)) depth -= 1;
      if (depth > MOST_NESTED) return true;
    }
    return false;
  };
}

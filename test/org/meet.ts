import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import type { OrgUnderTest } from './client.ts';

/** What became of a call so far. `end`: `answered` whole, `cut` off, or still `open`. */
export type Meeting = {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** In how many pieces the body came. */
  readonly pieces: number;
  readonly end: 'answered' | 'cut' | 'open';
};

/** A call on its way, over a connection of its own. */
export type MeetingUnderWay = {
  now(): Meeting;
  /** Resolves when the answer is whole or was cut off. */
  readonly over: Promise<Meeting>;
  /** Resolves when the first piece of the body is there. */
  readonly begun: Promise<void>;
  readonly hangUp: () => void;
  /** Reads no further. */
  readonly pause: () => void;
};

/** Sends a request as a plain client does that believes nothing it is told, and watches what comes. */
export function meet(
  org: OrgUnderTest,
  token: string,
  method: string,
  path: string,
  body?: object,
): MeetingUnderWay {
  const json = body === undefined ? undefined : JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${token}`,
    ...(json !== undefined && { 'content-type': 'application/json', 'content-length': json.length }),
  };
  const sent: ClientRequest = request(org.baseUrl + path, { method, headers, agent: false });
  let answer: IncomingMessage | undefined;
  let text = '';
  let pieces = 0;
  let end: Meeting['end'] = 'open';
  const now = (): Meeting => ({
    status: answer?.statusCode,
    headers: answer?.headers ?? {},
    text,
    pieces,
    end,
  });
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const over = new Promise<Meeting>((resolve) => {
    const ended = (how: Meeting['end']) => {
      if (end === 'open') end = how;
      resolve(now());
    };
    sent.on('error', () => ended('cut'));
    sent.on('response', (coming) => {
      answer = coming;
      coming.on('data', (piece) => {
        text += String(piece);
        pieces += 1;
        begin();
      });
      coming.on('error', () => ended('cut'));
      coming.on('end', () => ended('answered'));
    });
    sent.end(json);
  });
  return { now, over, begun, hangUp: () => sent.destroy(), pause: () => answer?.pause() };
}

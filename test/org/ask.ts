import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** What is sent as it is: unlike `fetch`, with any headers. */
export type Asked = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export type Answered = {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: IncomingMessage['headers'];
  /** As they came: names and values by turns. */
  readonly rawHeaders: readonly string[];
  readonly text: string;
};

/** Sends one request over a connection of its own. */
export async function ask(
  baseUrl: string,
  { method = 'GET', path, headers = {}, body }: Asked,
): Promise<Answered> {
  const answer = await new Promise<IncomingMessage>((answered, failed) => {
    const sent = request(baseUrl + path, { method, headers, agent: false });
    sent.on('response', answered).on('error', failed).end(body);
  });
  return {
    status: answer.statusCode ?? 0,
    headers: answer.headers,
    rawHeaders: answer.rawHeaders,
    text: await text(answer),
  };
}

import type { RequestListener } from 'node:http';
import type { Connection, Exchange } from '../../../src/core/platform/request.ts';
import { useServer } from '../../host/useServer.ts';

export const TOKEN = 'canary-access-token';

/** Answers with this JSON. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): RequestListener {
  return (_request, response) => {
    response.writeHead(status, {
      'content-type': 'application/json',
      'ININ-Correlation-Id': 'corr-1',
      ...headers,
    });
    response.end(JSON.stringify(body));
  };
}

/** For the tests around it: an org at this computer that answers as each of them says. */
export function useAnswers() {
  const server = useServer();
  return {
    server,
    /** A connection to an org that answers like this, and what its log would say. */
    async answering(listener: RequestListener): Promise<Connection & { exchanges: Exchange[] }> {
      const exchanges: Exchange[] = [];
      return {
        apiUrl: await server.start(listener),
        accessToken: TOKEN,
        language: 'ja',
        exchanges,
        onExchange: (exchange) => exchanges.push(exchange),
      };
    },
  };
}

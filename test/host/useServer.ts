import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach } from 'mocha';

/** A server on this computer for the tests of the block around it; it ends after each of them. */
export type ServerUnderTest = {
  /** Starts it, answering like this, and gives its address without a slash at the end. */
  start(listener: RequestListener): Promise<string>;
  /** Ends it now, so that nobody is at its address any more. */
  stop(): Promise<void>;
};

export function useServer(): ServerUnderTest {
  let server: Server | undefined;

  const stop = async () => {
    const stopping = server;
    server = undefined;
    if (stopping === undefined) return;
    stopping.closeAllConnections();
    stopping.close();
    await once(stopping, 'close');
  };
  afterEach(stop);

  return {
    async start(listener) {
      server = createServer(listener).listen(0, '127.0.0.1');
      await once(server, 'listening');
      return addressOf(server);
    },
    stop,
  };
}

/** The address of a server that listens, such as `http://127.0.0.1:49152`. */
export function addressOf(server: Server, scheme = 'http'): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return `${scheme}://127.0.0.1:${address.port}`;
}

import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** A file that somebody sent to a store to be published. */
export type Upload = { store: 'marketplace' | 'open-vsx'; token: string; file: Buffer };

export type Stores = {
  /** Where both of them listen, such as `http://127.0.0.1:49152`. */
  url: string;
  /** What was sent to them, this far. */
  uploads: Upload[];
  stop(): Promise<void>;
};

/**
 * What vsce looks up before it uploads: under which path the Marketplace takes an extension. The IDs are those that
 * vsce asks for: of one extension, and of all.
 */
const marketplacePaths = [
  [
    'e11ea35a-16fe-4b80-ab11-c4cab88a0966',
    '_apis/gallery/publishers/{publisherName}/extensions/{extensionName}',
  ],
  ['a41192c8-9525-4b58-bc86-179fa549d80d', '_apis/gallery/extensions'],
].map(([id, routeTemplate]) => ({
  id,
  area: 'gallery',
  resourceName: 'extensions',
  routeTemplate,
  resourceVersion: 2,
  minVersion: '1.0',
  maxVersion: '7.2',
  releasedVersion: '0.0',
}));

/**
 * Starts stand-ins for the Visual Studio Marketplace and Open VSX, on a free port of this computer. They take any
 * token and any file, and know no extension beforehand.
 */
export async function startStores(): Promise<Stores> {
  const uploads: Upload[] = [];
  const app = new Hono();
  app.options('/_apis/gallery', ({ json }) => json({ count: 2, value: marketplacePaths }));
  app.get('/_apis/gallery/publishers/:publisher/extensions/:name', ({ json }) =>
    json({ message: 'There is no such extension.' }, 404),
  );
  app.post('/_apis/gallery/extensions', async ({ req, json }) => {
    const [, token = ''] = atob(req.header('Authorization')?.replace(/^Basic /, '') ?? '').split(':');
    uploads.push({ store: 'marketplace', token, file: Buffer.from(await req.arrayBuffer()) });
    return json({}, 201);
  });
  app.post('/api/-/publish', async ({ req, json }) => {
    const token = req.query('token') ?? '';
    uploads.push({ store: 'open-vsx', token, file: Buffer.from(await req.arrayBuffer()) });
    return json(
      { namespace: 'rehearsal', name: 'rehearsal', version: '0.0.0', targetPlatform: 'universal' },
      201,
    );
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      const stop = promisify(server.close.bind(server));
      resolve({ url: `http://127.0.0.1:${port}`, uploads, stop });
    });
  });
}

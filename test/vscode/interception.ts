/** Answers a request itself, or passes it on by `send`. */
export type Interceptor = (request: Request, send: () => Promise<Response>) => Promise<Response>;

/** Stands between the wizard and every server while this work is done. */
export async function intercepted(interceptor: Interceptor, work: () => Promise<void>): Promise<void> {
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    // A body can be read once, and is for the server.
    const seen = new Request(input instanceof Request ? input.clone() : input, init);
    return await interceptor(seen, async () => await fetch(input, init));
  };
  try {
    await work();
  } finally {
    globalThis.fetch = fetch;
  }
}

export function isLogin({ url }: Request): boolean {
  return url.endsWith('/oauth/token');
}

/** Has a practice org do what no real org does; throws when it does not. */
export async function steer(
  baseUrl: string,
  method: 'GET' | 'POST' | 'PATCH',
  what: 'reset' | 'requests' | 'switches',
  body?: unknown,
): Promise<Response> {
  const response = await fetch(`${baseUrl}/practice/${what}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${what}: ${response.status}`);
  return response;
}

/** Every request that a practice org received since its reset, as `METHOD path`. */
export async function requestsTo(baseUrl: string): Promise<string[]> {
  const received: { method: string; path: string }[] = await (await steer(baseUrl, 'GET', 'requests')).json();
  return received.map(({ method, path }) => `${method} ${path}`);
}

/** A practice org that runs, as far as one needs to know it to steer it. */
export type Steerable = { readonly baseUrl: string; readonly controlToken: string };

/** Has a practice org do what no real org does; throws when it does not. */
export async function steer(
  { baseUrl, controlToken }: Steerable,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  what: 'reset' | 'requests' | 'switches' | 'hosts' | 'end' | 'causes',
  body?: unknown,
): Promise<Response> {
  const response = await fetch(`${baseUrl}/practice/${what}`, {
    method,
    headers: { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${what}: ${response.status} ${await response.text()}`);
  return response;
}

/** Every request that a practice org received since its reset. */
export async function loggedBy(org: Steerable): Promise<{ method: string; path: string }[]> {
  return await (await steer(org, 'GET', 'requests')).json();
}

/** The same as `METHOD path`. */
export async function requestsTo(org: Steerable): Promise<string[]> {
  return (await loggedBy(org)).map(({ method, path }) => `${method} ${path}`);
}

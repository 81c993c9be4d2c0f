import type { HttpBindings } from '@hono/node-server';
import { getPath } from 'hono/utils/url';
import type { Trouble } from './practice/troubles.ts';

/** The body of a request, read whole. */
export type RequestBody = { readonly text: string; readonly bytes: number };

/** What a request carries with it through the server. */
export type HttpEnv = {
  Bindings: HttpBindings;
  Variables: {
    /** Goes out as ININ-Correlation-Id, and as `contextId` in an error. */
    correlationId: string;
    /** The body, where there was one. */
    body: RequestBody | undefined;
    /** What goes wrong with the request, if anything. */
    trouble: Trouble | undefined;
    /** The names of what the request said in vain. */
    ignored: readonly string[] | undefined;
  };
};

const SCIM_RESOURCE = /^\/api\/v2\/scim\/(v2\/)?[a-z]+/i;

/**
 * The path of a request as published: without the second `/api` that the official SDK's gateway setting puts
 * before it; below `/login`, where the login host is, also for clients that know host and port only; and with
 * SCIM's resources in lower case, because identity systems write `/Users`.
 */
export function publishedPath(request: Request): string {
  const path = getPath(request)
    .replace(/^\/api\/api\//, '/api/')
    .replace(/^\/oauth\//, '/login/oauth/');
  return path.replace(SCIM_RESOURCE, (resource) => resource.toLowerCase());
}

/** Whether a published path is one of SCIM, which has its own content type and errors. */
export function isScimPath(path: string): boolean {
  return path.startsWith('/api/v2/scim/');
}

/** Whether a published path is one of the login host. */
export function isLoginPath(path: string): boolean {
  return path.startsWith('/login/');
}

/** The media type of a Content-Type header, without its parameters. */
export function mediaType(contentType: string | undefined): string | undefined {
  return contentType?.split(';')[0]?.trim().toLowerCase();
}

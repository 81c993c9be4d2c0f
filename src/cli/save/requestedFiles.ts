import { lstatSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Context, NO_FILES } from '../../core/procedures/context.ts';
import { describeFrameworkFile } from '../../core/procedures/frameworkFile.ts';
import { knownConnections } from '../../core/scim/connections.ts';
import { readCheckedText } from '../reading.ts';
import type { NewClientRequest } from '../requests/forms.ts';

/** Where paths in a request begin, and where those that are shown do. */
export type Folders = { readonly ofRequest: string; readonly cwd: string };

type Workspace = Context['workspace'];

/**
 * The files that a request names, as a procedure asks about them; `region` is the client's own (its domain). Of an identity
 * provider or a framework.js that it does not name, there are none.
 */
export function requestedFiles(request: NewClientRequest, region: string, folders: Folders): Workspace {
  switch (request.procedure) {
    case 'general':
      return NO_FILES;
    case 'embeddable': {
      const { frameworkFile, moreRegions = [] } = request;
      if (frameworkFile === undefined) return NO_FILES;
      const { place, uri, path } = placeOf(frameworkFile, folders);
      if (!isThere(place)) return { ...NO_FILES, newFiles: [{ uri, path }] };
      const read = readCheckedText(place);
      const found = read.ok ? { uri, path, text: read.text } : { uri, path, unreadable: read.reason };
      const regions = [...new Set([region, ...moreRegions])];
      return { ...NO_FILES, files: [describeFrameworkFile(found, regions)] };
    }
    case 'scim': {
      if (request.scimFile === undefined) return NO_FILES;
      const { place, uri, path } = placeOf(request.scimFile, folders);
      const read = readCheckedText(place);
      const connections = read.ok ? [...knownConnections(read.text)] : [];
      return { ...NO_FILES, scimFiles: [{ uri, path, exists: isThere(place), connections }] };
    }
  }
}

function placeOf(named: string, { ofRequest, cwd }: Folders): { place: string; uri: string; path: string } {
  const place = resolve(ofRequest, named);
  return { place, uri: pathToFileURL(place).href, path: relative(cwd, place) || named };
}

/** A link that leads nowhere is there, and cannot be read. */
function isThere(place: string): boolean {
  try {
    lstatSync(place);
    return true;
  } catch {
    return false;
  }
}

import { lstatSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Context, NO_FILES } from '../../core/procedures/context.ts';
import { describeFrameworkFile } from '../../core/procedures/frameworkFile.ts';
import { knownConnections } from '../../core/scim/connections.ts';
import { leadsOut } from '../leadsOut.ts';
import { diskText, readCheckedText } from '../reading.ts';
import type { NewClientRequest } from '../requests/forms.ts';
import type { NameFault } from '../requests/named.ts';

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

/** What is wrong with the files that a request names: nothing is read or written where a link leads out of the folder. */
export function faultyFiles(request: NewClientRequest, folders: Folders): readonly NameFault[] {
  switch (request.procedure) {
    case 'general':
      return [];
    case 'embeddable':
      return faultOf('frameworkFile', request.frameworkFile, folders);
    case 'scim':
      return faultOf('scimFile', request.scimFile, folders);
  }
}

function faultOf(field: string, named: string | undefined, folders: Folders): readonly NameFault[] {
  if (named === undefined) return [];
  try {
    const message = leadsOut(folders.cwd, placeOf(named, folders).place);
    return message === undefined ? [] : [{ path: [field], message }];
  } catch (error) {
    return [{ path: [field], message: diskText(error) }];
  }
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

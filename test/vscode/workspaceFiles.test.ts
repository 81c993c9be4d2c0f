import assert from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { MadeConnection, ScimFileStep } from '../../src/core/operations/effects.ts';
import { exists, readText } from '../../src/host/files/read.ts';
import { createText, writeText } from '../../src/host/files/write.ts';
import { findFrameworkFiles } from '../../src/host/framework/find.ts';
import { createFrameworkFile } from '../../src/host/framework/writeClientId.ts';
import { findScimFiles, writeScimFile } from '../../src/host/scim/file.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../host/temporaryFolder.ts';
import { MemoryFiles } from './memoryFiles.ts';
import { useScimFile } from './scimFile.ts';

const MADE: MadeConnection = {
  clientId: '0b1f0c5e-0000-4000-8000-000000000002',
  createdAt: '2026-11-22T09:00:00.000Z',
  tokenEndsAt: undefined,
  tokenDurationSeconds: undefined,
};

function scimStep(uri: vscode.Uri): ScimFileStep {
  const connection = {
    provider: 'entra',
    region: 'mypurecloud.jp',
    scimBaseUrl: 'https://api.mypurecloud.jp/api/v2/scim/v2',
    tokenUrl: 'https://login.mypurecloud.jp/oauth/token',
    grantType: 'client_credentials',
    tokenDurationSeconds: 38_880_000,
    role: { id: 'role-scim', name: 'SCIM Integration' },
    divisions: 'all',
    secret: { kept: 'vscode-secret-storage' },
  } as const;
  return {
    kind: 'write-scim-file',
    uri: uri.toString(),
    path: 'genesys-scim.json',
    exists: true,
    connection,
  };
}

async function createFramework(uri: vscode.Uri) {
  const step = { kind: 'create-framework-file', uri: uri.toString(), path: 'framework.js' } as const;
  const rest = { regions: ['mypurecloud.jp'], dedicatedLoginWindow: false, pkce: false, text: '' };
  return await createFrameworkFile({ ...step, ...rest }, MADE.clientId);
}

describe('The files of a workspace', () => {
  const OF_ANOTHER_TEAM = '{ "connections": [], "note": "of another team" }';
  const scim = useScimFile();
  let memory: MemoryFiles;
  let outside: TemporaryFolder;

  beforeEach(async () => {
    memory = new MemoryFiles('memory-files');
    outside = await makeTemporaryFolder('outside');
  });

  afterEach(async () => {
    memory.dispose();
    await outside.remove();
  });

  describe('that cannot be looked at', () => {
    const troubles: Record<string, (uri: vscode.Uri) => Error> = {
      'nobody may': (uri) => vscode.FileSystemError.NoPermissions(uri),
      'the host is away': (uri) => vscode.FileSystemError.Unavailable(uri),
      'something else goes wrong': () => new Error('EIO'),
    };
    for (const [why, trouble] of Object.entries(troubles)) {
      it(`are not taken for missing, and not written over, where ${why}`, async () => {
        memory.files.set('/genesys-scim.json', new TextEncoder().encode(OF_ANOTHER_TEAM));
        memory.files.set('/framework.js', new TextEncoder().encode('// ours'));
        memory.statFails = trouble;
        await assert.rejects(exists(memory.uri('/genesys-scim.json')));
        const written = await writeScimFile(scimStep(memory.uri('/genesys-scim.json')), MADE);
        assert.equal(written.kind, 'failed');
        assert.equal((await createFramework(memory.uri('/framework.js'))).kind, 'failed');
        memory.statFails = undefined;
        assert.equal(memory.text('/genesys-scim.json'), OF_ANOTHER_TEAM);
        assert.equal(memory.text('/framework.js'), '// ours');
      });
    }
  });

  describe('in a file system that is no disk', () => {
    it('are made, and written again with all that is in them', async () => {
      const uri = memory.uri('/genesys-scim.json');
      assert.deepEqual(await writeScimFile(scimStep(uri), MADE), { kind: 'written', saved: true });
      assert.match(memory.text('/genesys-scim.json') ?? '', new RegExp(MADE.clientId));
      const other = { ...MADE, clientId: '0b1f0c5e-0000-4000-8000-000000000009' };
      assert.equal((await writeScimFile(scimStep(uri), other)).kind, 'written');
      for (const { clientId } of [MADE, other])
        assert.match(memory.text('/genesys-scim.json') ?? '', new RegExp(clientId));
      assert.deepEqual(await createFramework(memory.uri('/framework.js')), { kind: 'written', saved: true });
    });

    it('are not made over one that came meanwhile', async () => {
      const uri = memory.uri('/genesys-scim.json');
      memory.files.set('/genesys-scim.json', new TextEncoder().encode(OF_ANOTHER_TEAM));
      await assert.rejects(createText(uri, 'ours'));
      assert.equal(memory.text('/genesys-scim.json'), OF_ANOTHER_TEAM);
    });

    it('are not followed where they are links: nobody can tell where these lead', async () => {
      memory.files.set('/genesys-scim.json', new TextEncoder().encode(OF_ANOTHER_TEAM));
      memory.areLinks = true;
      assert.equal((await writeScimFile(scimStep(memory.uri('/genesys-scim.json')), MADE)).kind, 'failed');
      assert.equal(memory.text('/genesys-scim.json'), OF_ANOTHER_TEAM);
    });
  });

  it('hold all of ten connections that are written at once', async () => {
    const ids = Array.from({ length: 10 }, (_, index) => `0b1f0c5e-0000-4000-8000-00000000000${index}`);
    const written = await Promise.all(
      ids.map(async (clientId) => await writeScimFile(scimStep(scim.uri()), { ...MADE, clientId })),
    );
    assert.deepEqual(new Set(written.map(({ kind }) => kind)), new Set(['written']));
    const { connections }: { connections: { clientId: string }[] } = JSON.parse(await scim.read());
    assert.deepEqual(connections.map(({ clientId }) => clientId).sort(), ids);
  });

  it('are not made over one on the disk that came meanwhile', async () => {
    await scim.write(OF_ANOTHER_TEAM);
    await assert.rejects(createText(scim.uri(), 'ours'));
    assert.equal(await scim.read(), OF_ANOTHER_TEAM);
  });

  describe('that are links', () => {
    let links: vscode.Uri[] = [];

    beforeEach(function () {
      // Making one needs rights there that not everybody has.
      if (process.platform === 'win32') this.skip();
      links = [];
    });

    afterEach(async () => {
      for (const uri of links) await vscode.workspace.fs.delete(uri).then(undefined, () => undefined);
    });

    async function makeLink(to: string, at: vscode.Uri): Promise<vscode.Uri> {
      links.push(at);
      await symlink(to, at.fsPath);
      return at;
    }

    it('out of the workspace are not read, written or offered', async () => {
      const settings = join(outside.path, 'settings.json');
      await writeFile(settings, OF_ANOTHER_TEAM);
      const uri = await makeLink(settings, scim.uri());
      const read = await readText(uri);
      assert.ok(!read.ok);
      assert.match(
        read.reason,
        /genesys-scim\.json is a link that leads out of the workspace, to .*settings\.json/,
      );
      const written = await writeScimFile(scimStep(uri), MADE);
      assert.ok(written.kind === 'failed' && written.reason.includes(settings));
      await assert.rejects(writeText(uri, 'ours'));
      assert.equal(await readFile(settings, 'utf8'), OF_ANOTHER_TEAM);
      assert.ok((await findScimFiles()).every((each) => each.uri !== uri.toString()));
    });

    it('to nothing are not made into something', async () => {
      const nowhere = join(outside.path, 'new.json');
      const uri = await makeLink(nowhere, scim.uri());
      assert.equal((await writeScimFile(scimStep(uri), MADE)).kind, 'failed');
      await assert.rejects(createText(uri, 'ours'));
      await assert.rejects(readFile(nowhere));
    });

    it('of a folder lead out as well: nothing is made below it', async () => {
      await mkdir(join(outside.path, 'src'));
      const folder = await makeLink(
        join(outside.path, 'src'),
        vscode.Uri.joinPath(scim.uri(), '..', 'linked'),
      );
      const uri = vscode.Uri.joinPath(folder, 'framework.js');
      assert.equal((await createFramework(uri)).kind, 'failed');
      await assert.rejects(readFile(join(outside.path, 'src', 'framework.js')));
    });

    it('within the workspace are shown by where they lead, are written there, and stay links', async () => {
      const target = vscode.Uri.joinPath(scim.uri(), '..', 'shared-scim.json');
      await vscode.workspace.fs.writeFile(target, new TextEncoder().encode('{}'));
      links.push(target);
      const uri = await makeLink('shared-scim.json', scim.uri());
      const [place] = (await findScimFiles()).filter((each) => each.uri === uri.toString());
      assert.equal(place?.path, 'genesys-scim.json → shared-scim.json');
      assert.equal((await writeScimFile(scimStep(uri), MADE)).kind, 'written');
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
      assert.match(text, new RegExp(MADE.clientId));
      const { type } = await vscode.workspace.fs.stat(uri);
      assert.ok(type & vscode.FileType.SymbolicLink);
    });

    it('of a framework.js are told as such where one is chosen', async () => {
      const elsewhere = join(outside.path, 'framework.js');
      await writeFile(elsewhere, 'window.Framework = { config: { clientIds: {} } };');
      const uri = await makeLink(elsewhere, vscode.Uri.joinPath(scim.uri(), '..', 'framework.js'));
      const { files } = await findFrameworkFiles(['mypurecloud.jp']);
      const found = files.find((each) => each.uri === uri.toString());
      assert.ok(
        found === undefined || JSON.stringify(found.placement).includes('leads out of the workspace'),
      );
    });
  });

  it('in another encoding are left as they are, in words', async () => {
    const bytes = Buffer.from('\uFEFF{ "connections": [] }', 'utf16le');
    await vscode.workspace.fs.writeFile(scim.uri(), bytes);
    const written = await writeScimFile(scimStep(scim.uri()), MADE);
    assert.ok(written.kind === 'failed');
    assert.match(written.reason, /UTF-16 LE/);
    assert.deepEqual(Buffer.from(await vscode.workspace.fs.readFile(scim.uri())), bytes);
  });
});

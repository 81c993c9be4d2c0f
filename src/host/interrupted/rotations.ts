import { mkdir, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { NotedRotation, type RotationNotes } from '../../core/operations/rotateSecret.ts';
import { salvage, salvageList } from '../../core/salvage.ts';
import { alone } from '../../disk/alone.ts';
import { within } from '../within.ts';
import { isOfRotations, ROTATIONS_KEY } from './noted.ts';
import { byThisProcess, isUnderWay } from './processes.ts';

/** Seconds that VS Code has to note something. */
const NOTE_SECONDS = 10;

/**
 * The rotations whose outcome nobody knows yet, noted for all windows, as a client belongs to no workspace: each under a
 * key of its own, so that no window writes over the note of another one.
 */
export class Rotations implements RotationNotes {
  /** @param folder a folder of this computer for the extension, which need not be there */
  constructor(
    private readonly storage: vscode.Memento,
    private readonly folder: string,
  ) {}

  async begin(rotation: NotedRotation): Promise<void> {
    await this.write(keyOf(rotation.id), byThisProcess(rotation));
    await this.forgetFormer(rotation.id);
  }

  async end(clientId: string): Promise<void> {
    await this.write(keyOf(clientId), undefined);
    await this.forgetFormer(clientId);
  }

  /**
   * Does this while no other window changes the secret of this client: of two, the one that the org made last is the one
   * that works, and must be the one that is kept. Where the folder cannot be made, it is done all the same.
   */
  async alone<Result>(clientId: string, work: () => Promise<Result>): Promise<Result> {
    const [begun] = await Promise.allSettled([mkdir(this.folder, { recursive: true })]);
    return begun.status === 'fulfilled' ? await alone(this.lockOf(clientId), work) : await work();
  }

  /** Those that no process is at any more; nobody waits for one of these. */
  async interrupted(): Promise<NotedRotation[]> {
    const left: NotedRotation[] = [];
    for (const record of this.records()) {
      const rotation = read(record);
      if (rotation !== undefined && !(await isUnderWay(record))) left.push(rotation);
    }
    for (const { id } of left) await rmdir(this.lockOf(id)).catch(() => undefined);
    return left;
  }

  private lockOf(clientId: string): string {
    return join(this.folder, `rotating-${encodeURIComponent(clientId)}`);
  }

  private records(): unknown[] {
    const own = this.storage.keys().filter((key) => isOfRotations(key) && key !== ROTATIONS_KEY);
    return [...this.former(), ...own.map((key) => this.storage.get(key))];
  }

  /** Those from before, when all stood in one list. */
  private former(): unknown[] {
    return salvageList((record) => record, this.storage.get(ROTATIONS_KEY));
  }

  private async forgetFormer(clientId: string): Promise<void> {
    const former = this.former();
    const others = former.filter((record) => read(record)?.id !== clientId);
    if (others.length < former.length)
      await this.write(ROTATIONS_KEY, others.length === 0 ? undefined : others);
  }

  private async write(key: string, value: unknown): Promise<void> {
    await within(NOTE_SECONDS, this.storage.update(key, value));
  }
}

function keyOf(clientId: string): string {
  return `${ROTATIONS_KEY}.${clientId}`;
}

function read(record: unknown): NotedRotation | undefined {
  return salvage(NotedRotation, record, { name: '', orgName: '', since: '' });
}

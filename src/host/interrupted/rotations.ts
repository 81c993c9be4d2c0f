import type * as vscode from 'vscode';
import { NotedRotation, type RotationNotes } from '../../core/operations/rotateSecret.ts';
import { salvage, salvageList } from '../../core/salvage.ts';
import { within } from '../within.ts';
import { ROTATIONS_KEY } from './noted.ts';
import { byThisProcess, isUnderWay } from './processes.ts';

/** Seconds that VS Code has to note something. */
const NOTE_SECONDS = 10;

/** The rotations whose outcome nobody knows yet, noted for all windows, as a client belongs to no workspace. */
export class Rotations implements RotationNotes {
  constructor(private readonly storage: vscode.Memento) {}

  async begin(rotation: NotedRotation): Promise<void> {
    await this.write([...this.others(rotation.id), byThisProcess(rotation)]);
  }

  async end(clientId: string): Promise<void> {
    await this.write(this.others(clientId));
  }

  /** Those that no process is at any more. */
  async interrupted(): Promise<NotedRotation[]> {
    const left: NotedRotation[] = [];
    for (const record of this.records()) {
      const rotation = read(record);
      if (rotation !== undefined && !(await isUnderWay(record))) left.push(rotation);
    }
    return left;
  }

  private records(): unknown[] {
    return salvageList((record) => record, this.storage.get(ROTATIONS_KEY));
  }

  private others(clientId: string): unknown[] {
    return this.records().filter((record) => read(record)?.id !== clientId);
  }

  private async write(records: readonly unknown[]): Promise<void> {
    await within(
      NOTE_SECONDS,
      this.storage.update(ROTATIONS_KEY, records.length === 0 ? undefined : records),
    );
  }
}

function read(record: unknown): NotedRotation | undefined {
  return salvage(NotedRotation, record, { name: '', orgName: '', since: '' });
}

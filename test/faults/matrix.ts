import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repoFolder } from '../host/paths.ts';
import { type OrgUnderTest, startOrg } from '../org/client.ts';
import type { Cell, Operation, Row } from './cell.ts';
import { allowHurry } from './hurry.ts';
import { watchRequests } from './reached.ts';
import { type RowOptions, rowsOf } from './rows.ts';
import { type Outcome, runCell } from './runCell.ts';

/** So many cells at a time, each in an org of its own: most of them wait. */
const LANES = 6;

export type Result = { readonly cell: Cell; readonly outcome: Outcome; readonly milliseconds: number };

/** Several practice orgs, and what is run in them; the core waits faster meanwhile. */
export class Matrix {
  private constructor(
    private readonly orgs: readonly OrgUnderTest[],
    private readonly frameworkText: string,
    private readonly ends: readonly (() => void)[],
  ) {}

  static async open(): Promise<Matrix> {
    const framework = join(repoFolder, 'test', 'fixtures', 'workspace', 'src', 'framework.js');
    const orgs = await Promise.all(Array.from({ length: LANES }, async () => await startOrg()));
    return new Matrix(orgs, await readFile(framework, 'utf8'), [allowHurry(), watchRequests()]);
  }

  /** The requests of these operations. */
  async rows(wanted: readonly Operation[], options: RowOptions): Promise<Row[]> {
    const rows = new Map<string, Row[]>();
    await this.each(wanted, async (operation, org) => {
      rows.set(operation.name, await rowsOf(operation, org, this.frameworkText, options));
    });
    return wanted.flatMap(({ name }) => rows.get(name) ?? []);
  }

  /** Runs cells, several at a time, and tells each as soon as it is through. */
  async run(cells: readonly Cell[], tell: (result: Result) => void): Promise<void> {
    await this.each(cells, async (cell, org) => {
      const started = performance.now();
      const outcome = await runCell(cell, org, this.frameworkText);
      tell({ cell, outcome, milliseconds: performance.now() - started });
    });
  }

  async close(): Promise<void> {
    for (const end of this.ends) end();
    await Promise.all(this.orgs.map(async (org) => await org.close()));
  }

  private async each<T>(
    all: readonly T[],
    work: (each: T, org: OrgUnderTest) => Promise<void>,
  ): Promise<void> {
    const left = all.values();
    await Promise.all(
      this.orgs.map(async (org) => {
        for (const each of left) await work(each, org);
      }),
    );
  }
}

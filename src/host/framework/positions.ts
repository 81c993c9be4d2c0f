import * as vscode from 'vscode';
import type { Place } from '../../core/framework/places.ts';

/** Finds the lines and columns of a text: a document does, and so does `positionsIn`. */
export type Positions = Pick<vscode.TextDocument, 'positionAt'>;

/** The positions of a text that no editor shows, with the line ends of an editor. */
export function positionsIn(text: string): Positions {
  return {
    positionAt: (offset) => {
      const before = text.slice(0, offset).split(/\r\n|\n|\r/);
      return new vscode.Position(before.length - 1, before.at(-1)?.length ?? 0);
    },
  };
}

export function rangeOf(positions: Positions, { start, end }: Pick<Place, 'start' | 'end'>): vscode.Range {
  return new vscode.Range(positions.positionAt(start), positions.positionAt(end));
}

import * as vscode from 'vscode';
import { locator, type Place } from '../../core/framework/places.ts';

/** Finds the lines and columns of a text: a document does, and so does `positionsIn`. */
export type Positions = Pick<vscode.TextDocument, 'positionAt'>;

/** The positions of a text that no editor shows, with the line ends of an editor. */
export function positionsIn(text: string): Positions {
  const locate = locator(text);
  return {
    positionAt: (offset) => {
      const { line, column } = locate(offset);
      return new vscode.Position(line, column);
    },
  };
}

export function rangeOf(positions: Positions, { start, end }: Pick<Place, 'start' | 'end'>): vscode.Range {
  return new vscode.Range(positions.positionAt(start), positions.positionAt(end));
}

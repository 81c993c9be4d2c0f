import { columnsOf } from '../../src/core/texts/columns.ts';
import { DETAIL_COLUMNS, LINE_COLUMNS, laidOut, type RowTexts } from '../../src/host/ui/rowLayout.ts';

/** What VS Code does not show of a row of a list, at its usual width: the texts that are too long. */
export function cutOff(row: RowTexts): readonly string[] {
  const { label, detail = '' } = laidOut(row);
  return [
    ...(columnsOf(label) > LINE_COLUMNS ? [label] : []),
    ...(columnsOf(detail) > DETAIL_COLUMNS ? [detail] : []),
  ];
}

import { cutTo, width } from './style.ts';

export interface Layout {
  /** Columns of the table whose cells end flush. */
  readonly right?: readonly number[];
  /** How wide a line may be: what does not fit is cut. */
  readonly width?: number;
}

const GAP = '  ';

/** Lays out rows in aligned columns, without trailing space. */
export function table(rows: readonly (readonly string[])[], layout: Layout = {}): string {
  const { right = [], width: maxWidth = Number.POSITIVE_INFINITY } = layout;
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...rows.map((row) => width(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const space = ' '.repeat((widths[column] ?? 0) - width(cell));
          return right.includes(column) ? space + cell : cell + space;
        })
        .join(GAP)
        .trimEnd(),
    )
    .map((line) => cutTo(maxWidth, line))
    .join('\n');
}

/** `2 days`, `4 h`, `50 s`: one unit, rounded down, for a duration in milliseconds. */
export function roughly(ms: number): string {
  const units: readonly (readonly [string, number])[] = [
    ['days', 24 * 60 * 60 * 1000],
    ['h', 60 * 60 * 1000],
    ['min', 60 * 1000],
    ['s', 1000],
  ];
  for (const [unit, length] of units) {
    const count = Math.floor(ms / length);
    if (count >= 1) return unit === 'days' && count === 1 ? '1 day' : `${count} ${unit}`;
  }
  return '0 s';
}

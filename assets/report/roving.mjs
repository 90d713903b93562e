/**
 * One stop of the Tab key for all buttons of a field; the arrows go from one to the next, up and down by rows.
 * @param {HTMLElement} field
 * @param {() => readonly (readonly HTMLElement[])[]} rows
 */
export function roving(field, rows) {
  for (const [row, buttons] of rows().entries()) {
    for (const [column, button] of buttons.entries()) button.tabIndex = row === 0 && column === 0 ? 0 : -1;
  }
  field.addEventListener('keydown', (event) => {
    const all = rows();
    const row = all.findIndex((buttons) => buttons.includes(/** @type {HTMLElement} */ (event.target)));
    const column = all[row]?.indexOf(/** @type {HTMLElement} */ (event.target)) ?? -1;
    const next = target(all, { row, column, key: event.key });
    if (row === -1 || next === undefined) return;
    event.preventDefault();
    visit(all, next);
  });
}

/**
 * @param {readonly (readonly HTMLElement[])[]} rows
 * @param {{ row: number, column: number, key: string }} at
 */
function target(rows, { row, column, key }) {
  const here = rows[row] ?? [];
  /** @param {readonly HTMLElement[] | undefined} other */
  const nearest = (other) => other?.[Math.min(column, other.length - 1)];
  if (key === 'ArrowRight') return here[column + 1];
  if (key === 'ArrowLeft') return here[column - 1];
  if (key === 'ArrowDown') return nearest(rows[row + 1]);
  if (key === 'ArrowUp') return nearest(rows[row - 1]);
  if (key === 'Home') return here[0];
  return key === 'End' ? here.at(-1) : undefined;
}

/**
 * @param {readonly (readonly HTMLElement[])[]} rows
 * @param {HTMLElement} button
 */
function visit(rows, button) {
  for (const other of rows.flat()) other.tabIndex = -1;
  button.tabIndex = 0;
  button.focus();
}

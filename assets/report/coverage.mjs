import { el, fill } from './dom.mjs';
import { filters } from './filters.mjs';
import { run } from './model.mjs';
import { ofPart, partChoice } from './part.mjs';
import { addressOf, showAddress } from './route.mjs';
import { roving } from './roving.mjs';
import { counted, visible } from './text.mjs';
import { words } from './words.mjs';

/** @typedef {import('./model.mjs').Cell} Cell */

/** What a cell can be, in words: colour alone says nothing to some. */
const STATES = /** @type {const} */ ({
  failed: ['✗', 'covered, and failed'],
  covered: ['✓', 'covered'],
  missing: ['○', 'not covered'],
  excluded: ['–', 'cannot be covered'],
});

/**
 * @param {Cell} cell
 * @returns {keyof typeof STATES}
 */
function stateOf({ covered, excluded, failed = 0 }) {
  if (failed > 0) return 'failed';
  if (covered) return 'covered';
  return excluded === undefined ? 'missing' : 'excluded';
}

/**
 * The heat map: a row for each field, a tile for each of its classes.
 * @param {import('./route.mjs').Route} route
 */
export function coverage({ params }) {
  const cells = run.coverage?.cells ?? [];
  if (cells.length === 0) return [el('p', {}, 'This run does not say which classes it covered.')];
  const map = el('div', { class: 'map' });
  const choices = [...partChoice(cells), STATE_CHOICE];
  const { form, values } = filters({ search: 'Field or class', choices, values: params }, (changed) => {
    showAddress(addressOf(['coverage'], changed));
    show(changed);
  });
  /** @param {Record<string, string>} asked */
  function show({ q = '', state = '', part = '' }) {
    const words = q.toLowerCase();
    const found = ofPart(cells, part).filter(
      (cell) => (state === '' || stateOf(cell) === state) && `${cell.site} ${cell.class}`.toLowerCase().includes(words),
    );
    fillMap(map, found);
  }
  show(values);
  openNamed(map, params);
  return [form, legend(), words(), map];
}

/** @type {import('./filters.mjs').Choice} */
const STATE_CHOICE = {
  name: 'state',
  label: 'State',
  options: [['', 'all'], ...Object.entries(STATES).map(([state, [, label]]) => /** @type {const} */ ([state, label]))],
};

const legend = () =>
  el(
    'p',
    { class: 'legend' },
    Object.entries(STATES).map(([state, [mark, label]]) =>
      el('span', {}, el('span', { class: `tile ${state}`, 'aria-hidden': 'true' }, mark), ` ${label}`),
    ),
  );

/**
 * @param {HTMLElement} map
 * @param {readonly Cell[]} cells
 */
function fillMap(map, cells) {
  const sites = [...new Set(cells.map(({ site }) => site))];
  const rows = sites.map((site) =>
    rowOf(
      site,
      cells.filter((cell) => cell.site === site),
    ),
  );
  fill(map, rows.length === 0 ? el('p', { role: 'status' }, 'No such class.') : rows);
  roving(map, () =>
    [...map.querySelectorAll('.tiles')].map(
      (row) => /** @type {HTMLElement[]} */ ([...row.querySelectorAll('button.tile')]),
    ),
  );
}

/**
 * @param {string} site
 * @param {readonly Cell[]} cells
 */
function rowOf(site, cells) {
  const covered = cells.filter((cell) => cell.covered).length;
  const feasible = cells.filter((cell) => cell.excluded === undefined).length;
  const told = el('div', { class: 'told', 'aria-live': 'polite' });
  return el(
    'section',
    { class: 'row', 'aria-label': site === '' ? 'the whole body' : visible(site) },
    el(
      'h3',
      {},
      el('code', {}, visible(site === '' ? '(the whole body)' : site)),
      el('span', { class: 'muted' }, ` ${covered} of ${feasible}`),
    ),
    el(
      'div',
      { class: 'tiles' },
      cells.map((cell) => tileOf(cell, told)),
    ),
    told,
  );
}

/**
 * @param {Cell} cell
 * @param {HTMLElement} told
 */
function tileOf(cell, told) {
  const state = stateOf(cell);
  const [mark, label] = STATES[state];
  return el(
    'button',
    {
      type: 'button',
      class: `tile ${state}`,
      title: label,
      'data-class': cell.class,
      'data-site': cell.site,
      onclick: (event) => tell(cell, { told, tile: event.currentTarget }),
    },
    el('span', { 'aria-hidden': 'true' }, mark),
    ` ${visible(cell.class)}`,
    el('span', { class: 'unseen' }, `: ${label}`),
  );
}

/**
 * What covered a cell, and what failed there.
 * @param {Cell} cell
 * @param {{ told: HTMLElement, tile: HTMLElement }} place
 */
function tell(cell, { told, tile }) {
  const isOpen = tile.classList.contains('chosen');
  for (const other of tile.parentElement?.children ?? []) other.classList.remove('chosen');
  if (isOpen) return fill(told);
  tile.classList.add('chosen');
  const by = cell.by ?? [];
  showAddress(addressOf(['coverage'], { part: cell.part ?? '', site: cell.site, class: cell.class }));
  return fill(
    told,
    el(
      'p',
      {},
      el('strong', {}, visible(cell.class)),
      `: ${STATES[stateOf(cell)][1]}${cell.excluded === undefined ? '' : `: ${visible(cell.excluded)}`}.`,
    ),
    (cell.failed ?? 0) > 0 && el('p', {}, `${counted(cell.failed ?? 0, 'result')} that covered it failed.`),
    by.length > 0 && el('p', {}, 'Covered by'),
    by.length > 0 &&
      el(
        'ul',
        { class: 'plain' },
        by.map((id) => el('li', {}, el('a', { href: addressOf(['results', id]) }, visible(id)))),
      ),
  );
}

/**
 * Opens the cell that the address names.
 * @param {HTMLElement} map
 * @param {URLSearchParams} params
 */
function openNamed(map, params) {
  const [site, name] = [params.get('site'), params.get('class')];
  if (site === null || name === null) return;
  const tiles = /** @type {HTMLElement[]} */ ([...map.querySelectorAll('button.tile')]);
  const tile = tiles.find(({ dataset }) => dataset['site'] === site && dataset['class'] === name);
  tile?.click();
  queueMicrotask(() => tile?.scrollIntoView({ block: 'center' }));
}

import { el, fill } from './dom.mjs';
import { counted } from './text.mjs';

const PAGE = 100;

/**
 * A list that shows a hundred items, and more when asked: the browser lays out no more than anybody reads.
 * @template T
 * @param {readonly T[]} items
 * @param {{ noun: string, render: (item: T) => Node, empty: string }} options
 */
export function pagedList(items, { noun, render, empty }) {
  let shown = 0;
  const list = el('ul', { class: 'list' });
  const status = el('p', { class: 'muted', role: 'status' });
  const more = el('button', { type: 'button', onclick: () => showMore(true) });
  /** @param {boolean} isAsked */
  function showMore(isAsked) {
    const fresh = items.slice(shown, shown + PAGE).map((item) => el('li', {}, render(item)));
    list.append(...fresh);
    shown += fresh.length;
    fill(status, items.length === 0 ? empty : `${shown.toLocaleString('en')} of ${counted(items.length, noun)} shown`);
    fill(more, `Show ${Math.min(PAGE, items.length - shown)} more`);
    more.hidden = shown >= items.length;
    list.hidden = items.length === 0;
    if (isAsked) /** @type {HTMLElement | null} */ (fresh[0]?.querySelector('a, summary'))?.focus();
  }
  showMore(false);
  list.addEventListener('keydown', moveInList);
  return el('div', {}, status, list, more);
}

/**
 * Up and down go from item to item.
 * @param {KeyboardEvent} event
 */
function moveInList(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || !(event.target instanceof Element) || event.target.closest('pre')) return;
  const item = event.target.closest('ul.list > li');
  const next = step === 1 ? item?.nextElementSibling : item?.previousElementSibling;
  const target = next?.querySelector('a, summary');
  if (!(target instanceof HTMLElement)) return;
  target.focus();
  event.preventDefault();
}

import { el } from './dom.mjs';
import { readable, visible } from './text.mjs';

/**
 * A text as code, readable, with a button that copies it exactly as it is.
 * @param {string} name
 * @param {string} text
 */
export function codeBlock(name, text) {
  const pre = el('pre', { tabindex: '0', role: 'group', 'aria-label': name }, el('code', {}, visible(readable(text))));
  const copy = el('button', { type: 'button', class: 'copy', onclick: () => copyText(text, pre, copy) }, 'Copy');
  copy.setAttribute('aria-label', `Copy ${name}`);
  return el('div', { class: 'code' }, el('div', { class: 'code-head' }, el('span', {}, name), copy), pre);
}

/**
 * Where the browser lets nothing be copied, the text is selected instead.
 * @param {string} text
 * @param {HTMLElement} pre
 * @param {HTMLElement} button
 */
async function copyText(text, pre, button) {
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    getSelection()?.selectAllChildren(pre);
    button.textContent = 'Selected';
  }
}

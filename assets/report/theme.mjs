import { el } from './dom.mjs';

const THEMES = ['auto', 'light', 'dark'];

/** A page opened from a file may have no storage. */
function stored() {
  try {
    return localStorage.getItem('pactcheck-theme') ?? 'auto';
  } catch {
    return 'auto';
  }
}

/** @param {string} theme */
function store(theme) {
  try {
    localStorage.setItem('pactcheck-theme', theme);
  } catch {
    // It lasts as long as the page, then.
  }
}

/** @param {string} theme */
const apply = (theme) => document.documentElement.setAttribute('data-theme', theme);

/** Light, dark, or as the system is. */
export function themeChoice() {
  const theme = THEMES.includes(stored()) ? stored() : 'auto';
  apply(theme);
  const changed = (/** @type {any} */ event) => {
    apply(event.target.value);
    store(event.target.value);
  };
  const options = THEMES.map((name) => el('option', { value: name, selected: name === theme }, name));
  return el(
    'label',
    { class: 'theme' },
    el('span', {}, 'Theme'),
    el('select', { 'aria-label': 'Theme', onchange: changed }, options),
  );
}

import { el } from './dom.mjs';

/** @typedef {{ name: string, label: string, options: readonly (readonly [value: string, label: string])[] }} Choice */

/**
 * A search field, where it is asked for, and choices; `changed` is told their values by name, the search's as `q`.
 * @param {{ search?: string, choices: readonly Choice[], values: URLSearchParams }} what
 * @param {(values: Record<string, string>) => void} changed
 */
export function filters({ search, choices, values }, changed) {
  const form = /** @type {HTMLFormElement} */ (
    el(
      'form',
      { class: 'filters', role: 'search', onsubmit: (event) => event.preventDefault(), oninput: () => changed(read()) },
      search !== undefined &&
        el(
          'label',
          {},
          el('span', {}, search),
          el('input', {
            type: 'search',
            name: 'q',
            value: values.get('q') ?? '',
            autocomplete: 'off',
            spellcheck: 'false',
          }),
        ),
      choices.map((choice) => selectOf(choice, values.get(choice.name) ?? '')),
    )
  );
  function read() {
    return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  }
  return { form, values: read() };
}

/**
 * @param {Choice} choice
 * @param {string} chosen
 */
function selectOf({ name, label, options }, chosen) {
  const items = options.map(([value, text]) => el('option', { value, selected: value === chosen }, text));
  return el('label', {}, el('span', {}, label), el('select', { name }, items));
}

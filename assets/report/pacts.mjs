import { codeBlock } from './code-block.mjs';
import { el, fill } from './dom.mjs';
import { filters } from './filters.mjs';
import { MARKS, resultOf, run } from './model.mjs';
import { pagedList } from './paged-list.mjs';
import { addressOf, showAddress, wellFormed } from './route.mjs';
import { visible } from './text.mjs';

/** @typedef {import('./model.mjs').Interaction} Interaction */

/**
 * What was agreed on: the interactions of the pacts, filtered; one of them open where the address names it.
 * @param {import('./route.mjs').Route} route
 */
export function pacts({ path: [, id], params }) {
  const all = run.interactions ?? [];
  if (all.length === 0)
    return [el('p', {}, 'This report holds no pacts. ', el('code', {}, 'pactcheck report --pacts DIR'), ' adds them.')];
  const files = [...new Set(all.map(({ pact }) => pact))];
  const choices = [
    {
      name: 'pact',
      label: 'Pact',
      options: /** @type {[string, string][]} */ ([['', 'all'], ...files.map((file) => [file, visible(file)])]),
    },
  ];
  const list = el('div');
  const { form, values } = filters({ search: 'Find', choices, values: params }, (changed) => {
    showAddress(addressOf(['pacts'], changed));
    show(changed);
  });
  /** @param {Record<string, string>} asked */
  function show({ q = '', pact = '' }) {
    const words = q.toLowerCase();
    const found = all.filter(
      (interaction) =>
        (id === undefined || wellFormed(interaction.id) === id) &&
        (pact === '' || interaction.pact === pact) &&
        `${interaction.id} ${interaction.states.join(' ')} ${interaction.response}`.toLowerCase().includes(words),
    );
    fill(
      list,
      pagedList(found, {
        noun: 'interaction',
        render: (one) => interactionItem(one, id !== undefined),
        empty: 'No such interaction.',
      }),
    );
  }
  show(values);
  if (id === undefined) return [form, list];
  return [el('p', {}, el('a', { href: addressOf(['pacts']) }, '← All interactions')), list];
}

/**
 * @param {Interaction} interaction
 * @param {boolean} isOpen
 */
function interactionItem(interaction, isOpen) {
  const body = el('div', { class: 'body' });
  const show = () => fill(body, interactionBody(interaction));
  if (isOpen) show();
  const status = resultFor(interaction)?.status;
  return el(
    'details',
    {
      open: isOpen,
      ontoggle: (event) => {
        if (event.target.open && !body.hasChildNodes()) show();
      },
    },
    el(
      'summary',
      {},
      status !== undefined &&
        el('span', { class: `mark ${status}` }, MARKS[status], ' ', el('span', { class: 'unseen' }, status)),
      el('span', { class: 'what' }, visible(interaction.id)),
      el('span', { class: 'muted' }, ` ${visible(interaction.pact)}`),
    ),
    body,
  );
}

/**
 * In a joined run the ids of results stand after the name of their part.
 * @param {Interaction} interaction
 */
const resultFor = ({ id }) => resultOf(id) ?? run.results.find((result) => result.id.endsWith(`: ${id}`));

/** @param {Interaction} interaction */
function interactionBody(interaction) {
  const result = resultFor(interaction);
  return [
    interaction.states.length > 0 && el('h3', {}, 'Given'),
    interaction.states.map((state) => codeBlock('state', state)),
    el(
      'div',
      { class: 'sides' },
      codeBlock('request', interaction.request),
      codeBlock('response', interaction.response),
    ),
    el(
      'p',
      {},
      result !== undefined && el('a', { href: addressOf(['results', result.id]) }, 'Its result'),
      result !== undefined && ' · ',
      el('a', { href: addressOf(['pacts', interaction.id]) }, 'Link to this interaction'),
    ),
  ];
}

import { type Contract, fromPointer, stringifyJson } from '../../contract';
import { stringLiteral } from '../../importers';
import { type StatePlan, statePlans } from '../../provider';
import { bodiesOf } from '../verify/explored-resources';

type Creation = Extract<StatePlan, { does: 'create' }>;

const isName = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name);

/** Where a handler has the resource from: a parameter of its state or, where that tells nothing, an example. */
function resourceOf(
  { parameter, api }: Creation,
  contract: Contract,
): { readonly params: string; readonly lines: readonly string[] } {
  if (parameter !== undefined)
    return {
      params: isName(parameter) ? `{ ${parameter}: resource }` : `{ ${stringLiteral(parameter)}: resource }`,
      lines: [],
    };
  const [example = {}] = api.create === undefined ? [] : bodiesOf(contract, api.create, 1);
  return { params: '_params', lines: [`      const resource = ${stringifyJson(example)};`] };
}

/** The member of what was created by which paths name it. */
function idMember({ api }: Creation): string {
  const value = api.read?.parameters.find(({ name, in: place }) => place === 'path' && name === api.parameter)?.value;
  const pointer = typeof value === 'object' && value !== null && 'pointer' in value ? value['pointer'] : undefined;
  return typeof pointer === 'string' ? (fromPointer(pointer)[0] ?? 'id') : 'id';
}

/** A path as a template text behind the address of the service. */
const pathText = (path: string): string => `\`\${providerBaseUrl}${path.replace(/[`\\]/g, '\\$&')}\``;

/** What creates a resource by the call that the document offers, and gives its id. */
function creatingHandler(plan: Creation, contract: Contract): string[] {
  const { api, operation } = plan;
  const { params, lines } = resourceOf(plan, contract);
  const id = idMember(plan);
  const { create: call = operation, remove } = api;
  const text = `${call.method} ${call.path}`;
  return [
    `    setup: async (${params}, { providerBaseUrl, headers }) => {`,
    ...lines,
    `      // Creates it by ${text}: leave out what the service sets by itself.`,
    `      const answer = await fetch(${pathText(call.path)}, {`,
    `        method: '${call.method}',`,
    "        headers: { 'content-type': 'application/json', ...headers },",
    '        body: JSON.stringify(resource),',
    '      });',
    `      if (!answer.ok) throw new Error(\`${text.replace(/`/g, '')} was answered with \${answer.status}: \${await answer.text()}\`);`,
    '      const created = await answer.json();',
    `      return { ${isName(api.parameter) ? api.parameter : stringLiteral(api.parameter)}: created${isName(id) ? `.${id}` : `[${stringLiteral(id)}]`} };`,
    '    },',
    ...(remove === undefined
      ? []
      : [`    // Remove it by ${remove.method} ${remove.path}, where it would be in the way of other states.`]),
  ];
}

function handlerLines(name: string, plan: StatePlan, contract: Contract): string[] {
  const key = stringLiteral(name);
  if (plan.does === 'create') return [`  ${key}: {`, ...creatingHandler(plan, contract), '  },'];
  if (plan.does === 'nothing')
    return ['  // Nothing has to be done: the request itself has what leads to the answer.', `  ${key}: () => ({}),`];
  const reason =
    plan.does === 'fill' ? `each item is created by ${plan.api.create?.method} ${plan.api.create?.path}` : plan.reason;
  return [`  // ${reason}: say here what brings it about.`, `  ${key}: () => ({ unsupported: 'not written yet' }),`];
}

/** Returns a module of state handlers for a contract: with the calls that it offers, and a place for what it does not. */
export function statesSkeleton(contract: Contract): string {
  const handlers = [...statePlans(contract)].flatMap(([name, plan]) => handlerLines(name, plan, contract));
  return [
    "import type { StateHandlers } from 'pactcheck/provider';",
    '',
    `/** Provider states of ${contract.name}. What a setup gives stands in the request under its name; \`{ unsupported }\` declines. */`,
    'const states: StateHandlers = {',
    ...handlers,
    '};',
    '',
    'export default states;',
    '',
  ].join('\n');
}

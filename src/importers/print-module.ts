import type { JsonLiteral, JsonSchema } from '../contract';
import type { DocumentedOperations } from './documented-operations';
import { printLiteral, stringLiteral, WHOLE_LINE } from './print-literal';

/** Models by name, as a document gives them. */
export type Models = Readonly<Record<string, JsonSchema>>;

/**
 * `model.ts`: what the document says, generated anew at every import.
 * @param document the file that it comes from, for the note at its head.
 */
export const printModelModule = (models: Models, document: string, operations: DocumentedOperations = {}): string =>
  [
    '/**',
    ` * Generated from ${document.replaceAll('*/', '*\\/')} by \`pactcheck import\`: change the document, or add what it cannot say to the`,
    ' * refinements of contract.ts.',
    ' */',
    `export const models = ${printLiteral(models as unknown as JsonLiteral)} as const;`,
    '',
    ...operationLines(operations),
  ].join('\n');

/** None of a document that speaks of models alone. */
const operationLines = (operations: DocumentedOperations): string[] =>
  Object.keys(operations).length === 0
    ? []
    : [
        '/**',
        ' * The operations as the document says them: `import --check` tells by it what the document says otherwise since. Those',
        ' * of the contract, which states and values are added to, stand in contract.ts.',
        ' */',
        `export const operations = ${printLiteral(operations as unknown as JsonLiteral)};`,
        '',
      ];

/** What a starter of `contract.ts` is made of. */
export interface StarterParts {
  readonly name: string;
  readonly consumer: string;
  readonly provider: string;
  /** How the service writes names, where it is not as documented. */
  readonly wireNames?: string | undefined;
  /** The operations, as JSON. */
  readonly operations: JsonLiteral;
  /** Models that the document refers to and does not have. */
  readonly missing: readonly string[];
  /** The models that get a static type. */
  readonly models: readonly string[];
  /** By operation, what may be added to it where it updates what it answers with. */
  readonly updates: Readonly<Record<string, string>>;
}

const ON_UPDATES =
  '  // Where an operation answers with what it has updated, say so: only then is the meaning of updates verified.';

/** What only a person can say of updates, as a comment to be taken in. */
const updateLines = (updates: StarterParts['updates']): string[] => [
  ...(Object.keys(updates).length === 0 ? [] : [ON_UPDATES]),
  ...Object.entries(updates).map(([id, update]) => `  // ${oneLine(id)}: ${update},`),
];

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

const typeLines = (models: readonly string[]): string[] =>
  models
    .filter((name) => /^[A-Za-z_]\w*$/.test(name))
    .map((name) => `export type ${name} = ModelType<typeof models, '${name}'>;`);

/** The operations of a contract as {@link printContractModule} writes them, up to their end. */
const OPERATIONS = /^ {2}operations: \{\n(?:(?: {4}.*)?\n)*?(?= {2}\},$)/m;

/** What `contract.ts` gets more: operations, what may be added to updates, and models. */
export type AddedParts = Pick<StarterParts, 'operations' | 'updates' | 'models'>;

/** `contract.ts` with more operations; `undefined` where those that it has are written in another way. */
export function extendContractModule(text: string, { operations, updates, models }: AddedParts): string | undefined {
  const list = OPERATIONS.exec(text);
  if (list === null) return undefined;
  const [start, end] = [list.index, list.index + list[0].length];
  // A line of its own for each operation: the braces around them are there already.
  const more = printLiteral(operations, 2, WHOLE_LINE).split('\n').slice(1, -1);
  const comments = updateLines(updates).filter((line) => !text.includes(line));
  const types = typeLines(models).filter((line) => !text.includes(line));
  const lines = (all: readonly string[]): string => all.map((line) => `${line}\n`).join('');
  return text.slice(0, start) + lines(comments) + text.slice(start, end) + lines(more) + text.slice(end) + lines(types);
}

/** `contract.ts`: written once, then it belongs to the people who keep it. */
export function printContractModule(parts: StarterParts): string {
  const completed = parts.missing.map((name) => `  ${/^\w+$/.test(name) ? name : stringLiteral(name)}: {},\n`).join('');
  const missing =
    completed === ''
      ? []
      : [
          '/** Models that the document refers to and does not have: write down what is known of them. */',
          `const completed = {\n${completed}} as const;`,
          '',
        ];
  const all = completed === '' ? 'imported' : '{ ...imported, ...completed } as const';
  return [
    "import type { ContractSource, ModelType } from 'pactcheck';",
    "import { models as imported } from './model';",
    '',
    ...missing,
    `const models = ${all};`,
    '',
    'const contract = {',
    '  version: 1,',
    `  name: ${stringLiteral(parts.name)},`,
    `  consumer: ${stringLiteral(parts.consumer)},`,
    `  provider: ${stringLiteral(parts.provider)},`,
    ...(parts.wireNames === undefined ? [] : [`  wireNames: ${stringLiteral(parts.wireNames)},`]),
    '  models,',
    "  // What the document does not say, by model and place: { Order: { '/id': { maxLength: 32 } } }.",
    '  refinements: {},',
    ...updateLines(parts.updates),
    `  operations: ${printLiteral(parts.operations, 2, 16)},`,
    '  // Between fields, what a schema cannot say.',
    '  rules: [],',
    '} as const satisfies ContractSource;',
    '',
    'export default contract;',
    '',
    ...typeLines(parts.models),
    '',
  ]
    .join('\n')
    .replace(/\n\n$/, '\n');
}

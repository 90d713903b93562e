import { BREAKING_RULES, type BreakingRule } from './rules';

const PARTS: readonly {
  readonly direction: BreakingRule['direction'];
  readonly title: string;
  readonly intro: string;
}[] = [
  {
    direction: 'response',
    title: 'What answers say',
    intro: 'What may come that did not come before breaks whoever reads it.',
  },
  {
    direction: 'request',
    title: 'What requests say',
    intro: 'What is no longer taken breaks whoever sends it. Parameters are held to the same rules as bodies.',
  },
  {
    direction: 'contract',
    title: 'All else',
    intro: 'Operations, how they are called, statuses, headers, media types.',
  },
];

const shown = (value: unknown): string => JSON.stringify(value);

const entry = ({ id, level, policy, because, instead, example }: BreakingRule): string =>
  [
    `### ${id}`,
    '',
    `**${level}**${policy === undefined ? '' : ' (policy)'} ${because}`,
    '',
    ...(instead === undefined ? [] : [`Instead: ${instead}`, '']),
    '```diff',
    `- ${shown(example.before)}`,
    `+ ${shown(example.after)}`,
    '```',
    '',
  ].join('\n');

const part = ({ direction, title, intro }: (typeof PARTS)[number]): string =>
  [`## ${title}`, '', intro, '', ...BREAKING_RULES.filter((rule) => rule.direction === direction).map(entry)].join(
    '\n',
  );

const HEAD = `# What \`pactcheck diff\` finds

Generated from the table of rules in the source, whose tests these examples are: change them there.

A change is **breaking**, a **warning** or **compatible**. \`diff\` fails on breaking changes, on warnings too with
\`--fail-on warning\`, on nothing with \`--fail-on none\`. A project weighs the rules for itself in \`pactcheck.config.ts\`:
\`levels: { 'response-property-enum-value-added': 'breaking', 'api-operation-id-changed': 'off' }\`.

A verdict on a schema is what the validators of both sides say of payloads: a request that the old contract allows and
the new one refuses is breaking, and so is an answer that the new one allows and the old one refuses. The rules marked
**policy** are the closed list of what weighs more or less than that. Where a payload breaks somebody and no rule tells it,
the payload is the finding (\`…-payload-refused\`, \`…-payload-allowed\`).

Objects that take undeclared members are open to additions: a member that is not declared is neither sent nor relied on.
A change that other keywords may hide, as of one pattern into another, is breaking where a payload is found that shows
it, and a warning where none is.

A known change is passed over by an entry in the file that \`--ignore\` (or \`ignore\` in the configuration) names, JSON or
YAML. It names the finding by its fingerprint, or a rule and perhaps a pointer; it gives a reason, and the last day on
which it holds:

\`\`\`yaml
- rule: response-property-became-optional
  pointer: /lastLoginTime
  reason: The console copes with it since 4.2.
  expires: '2027-01-31'
\`\`\`
`;

/** The documentation of all rules, as Markdown. */
export const breakingDocs = (): string => [HEAD, ...PARTS.map(part)].join('\n');

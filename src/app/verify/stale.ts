import { operationOf, stringifyJson } from '../../contract';
import { bodyIn, type PactInteraction, type ReadPact, type Reference } from '../../provider';
import type { Finding } from '../../result';
import type { References } from './references';

/**
 * What no answer can be in which the pact and the contract agree. A pact may be of fewer members than its contract has,
 * and of examples of another form: those are no contradiction.
 */
const CONTRADICTIONS: ReadonlySet<string> = new Set([
  'unexpected-status',
  'wire-names',
  'type',
  'enum',
  'unknown-property',
]);

/** What of the expected answer of an interaction its contract refuses. */
function contradictionIn(pact: ReadPact, interaction: PactInteraction, { contract, answer }: Reference) {
  const body = bodyIn(pact, interaction, 'response');
  const { status } = interaction;
  const operation = operationOf(contract, interaction.method, interaction.path);
  if (status === undefined || operation === undefined) return undefined;
  const bytes = body === undefined ? Buffer.alloc(0) : Buffer.from(stringifyJson(body));
  const headers = body === undefined ? {} : { 'content-type': 'application/json' };
  const findings = answer(operation.id, { status, headers, body: bytes }, {});
  return findings.find(({ rule, level }) => level === 'error' && CONTRADICTIONS.has(rule));
}

const told = ({ pointer, message }: Finding): string => (pointer === '' ? message : `${pointer} ${message}`);

/**
 * Returns a sentence for each pact that expects answers which its contract does not allow any more: it was written before
 * the contract changed, or on other wire names.
 */
export function staleWarnings(pacts: readonly ReadPact[], references: References): string[] {
  return pacts.flatMap((pact) => {
    const stale = pact.interactions.flatMap((interaction) => {
      const reference = references.of(interaction);
      const finding = reference && contradictionIn(pact, interaction, reference);
      return reference === undefined || finding === undefined ? [] : [{ interaction, reference, finding }];
    });
    const [first] = stale;
    if (first === undefined) return [];
    const { interaction, reference, finding } = first;
    const why = finding.rule === 'wire-names' ? 'it is on other wire names' : 'its contract has changed since';
    return [
      `${pact.file} is stale: ${stale.length} of its ${pact.interactions.length} interactions expect what the contract ${reference.contract.name} does not allow, so that ${why} (${interaction.id}: ${told(finding)}); write it again with \`pactcheck pacts\``,
    ];
  });
}

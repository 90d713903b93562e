import type { Contract } from '../contract';
import { type Finding, fingerprint } from '../result';
import type { ImportedDocument } from './imported-document';

/**
 * By operation that document and contract both have, how they differ in method and path. Operations that only one of
 * them has are no drift: a contract may be about some of a document's.
 */
export function operationDrift(document: ImportedDocument, contract: Contract): [id: string, Finding[]][] {
  return contract.operations.flatMap((operation): [string, Finding[]][] => {
    const { id } = operation;
    const source = Object.hasOwn(document.operations, id) ? document.operations[id] : undefined;
    if (source === undefined) return [];
    const [expected, actual] = [source, operation].map(({ method, path }) => `${method} ${path}`) as [string, string];
    if (expected === actual) return [[id, []]];
    const rule = 'operation-changed';
    const message = `${id}: the document says ${expected}, the contract ${actual}`;
    return [
      [
        id,
        [
          {
            rule,
            level: 'error',
            pointer: '',
            message,
            expected,
            actual,
            fingerprint: fingerprint({ rule, place: id }),
          },
        ],
      ],
    ];
  });
}

import { typicalOf } from '../../cases';
import { type Contract, ContractError, type Schema, schemasIn } from '../../contract';
import { type Finding, fingerprint } from '../../result';
import { placesOf } from './example-findings';

/** Why no text can be made; `undefined` where one can. */
function problemOf(schema: Schema): string | undefined {
  try {
    return typicalOf({ schema, definitions: {} }) === undefined ? 'no text can be made' : undefined;
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    return error.message;
  }
}

/** Patterns that no text can be made for, as where look-around contradicts the rest: cases would end there. */
export function patternFindings(contract: Contract): Finding[] {
  return placesOf(contract).flatMap(({ where, schema }) =>
    schemasIn(schema).flatMap(({ pointer, schema: text }): Finding[] => {
      if (text.kind !== 'string' || text.pattern === undefined) return [];
      const problem = problemOf(text);
      if (problem === undefined) return [];
      const site = `${where}${pointer}`;
      const message = `${site}: ${problem}: no cases can be made of it until a refinement in contract.ts says another pattern`;
      const identity = fingerprint({ rule: 'pattern', place: site, scope: text.pattern });
      return [
        {
          rule: 'pattern',
          level: 'warning',
          pointer,
          message,
          expected: text.pattern,
          actual: '',
          fingerprint: identity,
        },
      ];
    }),
  );
}

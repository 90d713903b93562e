import { typicalOf } from '../../cases';
import { type Contract, type Schema, schemasIn, unlessRefused } from '../../contract';
import { type Finding, fingerprint } from '../../result';
import { placesOf } from './example-findings';

/** Why no text can be made; `undefined` where one can. */
const problemOf = (schema: Schema): string | undefined =>
  unlessRefused<string | undefined>(
    () => (typicalOf({ schema, definitions: {} }) === undefined ? 'no text can be made' : undefined),
    ({ message }) => message,
  );

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

/** HttpMutator (isa-group, University of Seville), `docs/mutation-operators.md`: operators by their letters. */
export const httpMutator = (operator: string): string => `HttpMutator, ${operator}`;

/** JSONmutator (isa-group), by which AGORA seeds errors (Alonso, Segura and Ruiz-Cortés, ISSTA 2023): by class names. */
export const jsonMutator = (operator: string): string => `JSONmutator, ${operator}`;

/** Mothra (King and Offutt, A Fortran language system for mutation-based software testing, 1991): by its letters. */
export const mothra = (operator: string): string => `Mothra, ${operator}`;

/** RFC 3339, which no published set of operators has rows for. */
export const rfc3339 = (section: string): string => `none; by RFC 3339, section ${section}`;

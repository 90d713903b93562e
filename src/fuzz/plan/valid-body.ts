import type { Case } from '../../contract';

/** A case whose body is text that a parser must read. */
export type ValidBody = Case & { readonly verdict: 'accept'; readonly body: string };

/** Whether the body of a case is text that a parser must read. */
export const hasValidBody = (testCase: Case): testCase is ValidBody =>
  testCase.verdict === 'accept' && testCase.body !== undefined;

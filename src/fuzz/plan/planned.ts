import type { Case, JsonValue } from '../../contract';
import type { Growth } from '../growth';
import type { Composition } from './composition';

/** A case of a plan. */
export interface Planned {
  /** The case, as plain data. */
  readonly testCase: Case;
  /** The same to look at: what few ask for is made when they do, so that it must not be copied. */
  readonly view: Case;
  /** What its body says, where that is known without reading it. */
  readonly wire?: JsonValue | undefined;
  /** What its body is put together from, where it is. */
  readonly composition?: Composition | undefined;
  /** Where the parser is not judged by what it reads, but by how long it takes as the body grows. */
  readonly growth?: Growth;
}

/** A case that is plain data already; `wire` is what its body says, where that is known. */
export const plainly = (testCase: Case, wire?: JsonValue): Planned => ({ testCase, view: testCase, wire });

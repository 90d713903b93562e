import type { Case, JsonValue } from '../../contract';
import type { Growth } from '../growth';

/** A case of a plan. */
export interface Planned {
  readonly testCase: Case;
  /** What its body says, where that is known without reading it. */
  readonly wire?: JsonValue;
  /** Where the parser is not judged by what it reads, but by how long it takes as the body grows. */
  readonly growth?: Growth;
}

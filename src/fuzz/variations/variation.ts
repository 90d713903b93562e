import type { TextNode } from '../text-tree';

/** Another response that says the same: what is read of it must be the same too. */
export interface Variation {
  readonly rule: string;
  /** What is different about it, as the subject of a sentence: "white space". */
  readonly difference: string;
  /**
   * The other text; `undefined` where there is none. `turn` tells the ways to make it apart; `declared` are the names
   * that members of the root may have, `text` is the body as it was.
   */
  readonly make: (body: TextNode, turn: number, declared: ReadonlySet<string>, text: string) => string | undefined;
}

/** The one way in which the parser refuses a response: it is not what the contract promises. */
export class UnreadableResponse extends Error {
  override readonly name = 'UnreadableResponse';

  constructor(
    /** A JSON pointer to the value that is wrong, on wire names; `''` for the whole. */
    readonly pointer: string,
    /** What should be there. */
    readonly expected: string,
  ) {
    super(`the response is not as agreed at ${pointer === '' ? 'its root' : pointer}: expected ${expected}`);
  }
}

/** Ends a test as not covered, with the reason: as a skipped one, where the runner can skip while it runs. */
export type Decline = (reason: string) => void;

/** A test runner, as far as the tests that this package declares need one. Each adapter is one of these. */
export interface Runner {
  /**
   * Declares a test.
   * @param limit how long it may take, in milliseconds.
   */
  readonly test: (name: string, body: (decline: Decline) => Promise<void>, limit: number) => void;
  /** Declares what runs after the tests of the block, or of the file. */
  readonly afterAll: (body: () => void | Promise<void>) => void;
}

/** How long a declared test may take where nothing is said, in milliseconds: the native part of Pact starts slowly. */
export const DEFAULT_TEST_LIMIT = 120_000;

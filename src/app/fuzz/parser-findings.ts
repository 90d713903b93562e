import type { Case } from '../../contract';
import { fuzz } from '../../fuzz';
import type { Finding } from '../../result';
import { type ParserOptions, parserFor, subjectFor } from './parser-options';

/** A response, and what a parser must do with it: a case of a corpus, or one that is written by hand. */
export type ResponseToRead = Pick<Case, 'verdict'> & Partial<Case>;

/** A parser, and one response for it. */
export interface ParserFindingsOptions extends ParserOptions {
  readonly response: ResponseToRead;
  /** Other responses are read before this one. */
  readonly afterOthers?: boolean | undefined;
}

/**
 * What is wrong with how a parser reads one response: nothing, where it is as the contract says.
 * @throws Failure (usage, environment) where the contract or the parser cannot be loaded.
 * @example
 * const response = { verdict: 'reject', body: '{"id":null}' } as const;
 *
 * expect(await parserFindings({ contract: 'user-update-resp', parser: parseUser, response })).toEqual([]);
 */
export async function parserFindings(options: ParserFindingsOptions): Promise<Finding[]> {
  const subject = await subjectFor(options, 1);
  const { status } = subject.options.response;
  const testCase: Case = { id: 'response', status, headers: {}, classes: {}, seed: 1, ...options.response };
  const run = await fuzz({
    ...subject.options,
    parser: await parserFor(options),
    kept: [testCase],
    onlyKept: true,
    afterOthers: options.afterOthers,
  });
  return run.results.flatMap(({ findings }) => findings);
}

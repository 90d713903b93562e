import { type Contender, calling } from '../contender';
import { writtenText } from './bytes';
import { writtenValue } from './values';

/**
 * The ceiling: no library, no schema, no classes, no shrinking, each optional member by the toss of a coin; texts are
 * written as bytes into one buffer that is used over and over.
 */
export const handWritten = (): Contender => ({ values: calling(writtenValue), texts: calling(writtenText) });

import { parseUser } from '../../contracts/user-update-resp/consumer/parser';
import type { ParseFunction } from '../../src/fuzz';
import { parseLean } from '../../test/fuzz/conformance/parsers/lean';

/** The parsers of this repository that are measured, by name. */
export const PARSERS: Readonly<Record<string, ParseFunction>> = {
  lean: parseLean,
  console: parseUser as ParseFunction,
};

import { bodyBytes, type Case, type JsonValue, type Model, parseJson, type Verdict } from '../contract';
import { type Answer, attempt } from './answer';
import type { Manners } from './faithful';
import type { ParseFunction, ParserResponse } from './parser';

/** What is known of a parser under test without having it: plain data. */
export interface SubjectFacts extends Manners {
  /** The names of the errors that count as a refusal; none where any error does. */
  readonly rejectsWith: readonly string[];
  readonly model: Model;
  /** What it must do with members that the contract does not list. */
  readonly unknownFields: Verdict;
  /** It may read what is invalid. */
  readonly mayPassInvalid: boolean;
  /** The rules that it is not held to. */
  readonly turnedOff?: readonly string[] | undefined;
}

/** Has a parser read a response. */
export type Read = (testCase: Case, response: ParserResponse) => Answer | Promise<Answer>;

/** A parser under test, and what it says of itself. */
export interface Subject extends SubjectFacts {
  readonly read: Read;
  /** Where it runs in a program of its own, which this one can only ask: milliseconds that the processors spent on it. */
  readonly remote?: { readonly spent: () => number | undefined };
  /** Gives a parsed value back as the wire has it, where the usual ways of holding values are not enough. */
  readonly toWire?: ((value: unknown) => unknown) | undefined;
}

/** As `fetch` gives a text, except that a byte order mark stays: what is not UTF-8 is replaced. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The body as the text that a parser gets. */
export const textOf = (testCase: Case): string => testCase.body ?? decoder.decode(bodyBytes(testCase));

/** What the body says; a byte order mark that a case is about is none of the value. @throws SyntaxError where it is no JSON. */
export const wireOf = (testCase: Case): JsonValue => parseJson(textOf(testCase).replace(/^\ufeff/, ''));

/** Reads by a function of this program; `limit` is how many milliseconds a promise may take. */
export const readingWith =
  (parse: ParseFunction, limit: number): Read =>
  (testCase, response) =>
    attempt(parse, textOf(testCase), response, limit);

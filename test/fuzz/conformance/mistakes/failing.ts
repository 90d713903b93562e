import { Refused } from '../parsers/facts';
import { type Mistake, wrapping } from './mistake';

/** Refusals that are none: by other errors, too late, or by taking ever longer. */
export const FAILING: readonly Mistake[] = [
  wrapping('fails with an error of its own on what is not JSON', 'undeclared-error', (parse) => (body, response) => {
    JSON.parse(body);
    return parse(body, response);
  }),
  wrapping('fails on null', 'undeclared-error', (parse) => (body, response) => {
    if (body === 'null') throw new TypeError("Cannot read properties of null (reading 'id')");
    return parse(body, response);
  }),
  wrapping('fails on depth', 'undeclared-error', (parse) => (body, response) => {
    if (body.includes('['.repeat(3000))) throw new RangeError('Maximum call stack size exceeded');
    return parse(body, response);
  }),
  wrapping('throws a text', 'undeclared-error', (parse) => (body, response) => {
    const failed = (error: unknown): never => {
      throw String(error);
    };
    try {
      const value = parse(body, response);
      return value instanceof Promise ? value.catch(failed) : value;
    } catch (error) {
      return failed(error);
    }
  }),
  wrapping('throws outside of its promise', 'throws-outside-promise', (parse) => (body, response) => {
    if (body === '') throw new Refused('empty');
    return Promise.resolve().then(() => parse(body, response));
  }),
  wrapping('takes ever longer for each item', 'super-linear-time hang', (parse) => (body, response) => {
    const items = body.split(',');
    let found = 0;
    for (const one of items) found += items.indexOf(`${one} `);
    return found > 0 ? undefined : parse(body, response);
  }),
  wrapping('looks for an end by a slow expression', 'super-linear-time hang', (parse) => (body, response) => {
    if (/ +\n/.test(body)) return parse(` ${body}`, response);
    return parse(body, response);
  }),
];

import { snakeCase } from '../../../src/contract';
import type { Dialect } from './dialect';
import { bold, typesFrom } from './words';

/** Model and API pages: rust. */
export const RUST: Dialect = {
  name: 'rust',
  losses: ['enums', 'moments', 'statuses'],
  nameOf: (name) => snakeCase(name),
  typeOf: typesFrom(
    {
      string: 'String',
      integer: 'i32',
      long: 'i64',
      number: 'f64',
      boolean: 'bool',
      moment: 'String',
      anything: 'serde_json::Value',
    },
    (item) => `Vec<${item}>`,
    (value) => `std::collections::HashMap<String, ${value}>`,
    (name) => `models::${name}`,
  ),
  cellOf: (text, type, optional) => {
    const cell = bold(text, type, snakeCase);
    return optional ? `Option<${cell}>` : cell;
  },
  proseOf: (text) => text,
  headingOf: (id) => `## ${id}`,
  nothing: ' (empty response body)',
  requiredColumn: true,
};

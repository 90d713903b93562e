import { snakeCase } from '../../../src/contract';
import type { Dialect } from './dialect';
import { typesFrom, type Words } from './words';

const PYTHON: Words = {
  string: 'str',
  integer: 'int',
  long: 'int',
  number: 'float',
  boolean: 'bool',
  moment: 'datetime',
  anything: 'object',
};

/** Model and API pages: python, old. */
export const PYTHON_OLD: Dialect = {
  name: 'python, old',
  losses: ['enums', 'int64', 'statuses'],
  nameOf: snakeCase,
  typeOf: typesFrom(
    PYTHON,
    (item) => `list[${item}]`,
    (value) => `dict(str, ${value})`,
  ),
  optionalNote: '[optional] ',
  titleOf: (name) => (name.endsWith('Api') ? `ledger_client.${name}` : name),
};

/** Model and API pages: python, between. */
export const PYTHON_BETWEEN: Dialect = {
  name: 'python, between',
  losses: ['enums', 'int64'],
  nameOf: snakeCase,
  typeOf: typesFrom(
    { ...PYTHON, anything: 'bool, date, datetime, dict, float, int, list, str, none_type' },
    (item) => `[${item}]`,
    (value) => `{str: (${value},)}`,
  ),
  lastRow:
    '**any string name** | **bool, date, datetime, dict, float, int, list, str, none_type** | any string name can be used but the value must be the correct type | [optional]',
  exampleOf: (scheme) => `* ${scheme === 'bearerAuth' ? 'Bearer' : 'Api Key'} Authentication (${scheme}):`,
};

/** Model and API pages: python, new. */
export const PYTHON_NEW: Dialect = {
  name: 'python, new',
  losses: ['enums', 'int64'],
  nameOf: snakeCase,
  typeOf: typesFrom(
    PYTHON,
    (item) => `List[${item}]`,
    (value) => `Dict[str, ${value}]`,
  ),
  optionalNote: '[optional] ',
};

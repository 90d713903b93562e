import { makeProject, type Project } from './project';

/** A contract that is done with in milliseconds: as many kinds as a parser's usual mistakes need. */
const CONTRACT = `export default {
  version: 1,
  name: 'small',
  consumer: 'a',
  provider: 'b',
  models: {
    User: {
      type: 'object',
      properties: {
        id: { type: 'string', minLength: 1, maxLength: 20, description: 'Names the user.' },
        status: { type: 'string', enum: ['NEW', 'ACTIVE', 'GONE'] },
        visits: { type: 'integer', minimum: 0, maximum: 1000 },
        since: { type: 'string', format: 'date-time' },
        groups: { type: 'array', items: { type: 'string' } },
      },
      required: ['id', 'status'],
    },
  },
  operations: { get: { method: 'GET', path: '/', responses: { '200': { schema: { $ref: '#/$defs/User' } } } } },
};
`;

/** A parser of that contract without a mistake; it may be given one, as a function of what it has read. */
export const parserSource = (mistake = ''): string => `
class Unreadable extends Error { name = 'Unreadable'; }
const refuse = (why) => { throw new Unreadable(why); };
const DATE = /^\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:[Zz]|[+-]\\d\\d:\\d\\d)$/;
const isDate = (text) => {
  if (typeof text !== 'string' || !DATE.test(text)) return false;
  const [year, month, day, hour, minute, second] = text.match(/\\d+/g).map(Number);
  const [, offsetHour = 0, offsetMinute = 0] = (/[+-](\\d\\d):(\\d\\d)$/.exec(text) ?? []).map(Number);
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  return day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
};
const parse = (body) => {
  if (body.startsWith('\\ufeff') || body.includes('\\ufffd')) refuse('encoding');
  let user;
  try {
    user = JSON.parse(body);
  } catch { refuse('json'); }
  if (typeof user !== 'object' || user === null || Array.isArray(user)) refuse('root');
  if (typeof user.id !== 'string' || [...user.id].length < 1 || [...user.id].length > 20) refuse('id');
  if (!['NEW', 'ACTIVE', 'GONE'].includes(user.status)) refuse('status');
  const read = { id: user.id, status: user.status };
  if ('visits' in user) {
    if (!Number.isInteger(user.visits) || user.visits < 0 || user.visits > 1000) refuse('visits');
    read.visits = user.visits;
  }
  if ('since' in user) { if (!isDate(user.since)) refuse('since'); read.since = user.since; }
  if ('groups' in user) {
    if (!Array.isArray(user.groups) || user.groups.some((group) => typeof group !== 'string')) refuse('groups');
    read.groups = user.groups;
  }
  ${mistake}
  return read;
};
exports.parse = parse;
`;

/** What every run of the small project begins with. */
export const FUZZ = [
  'fuzz',
  'contracts/small/contract.ts',
  '--parser',
  'parser.js#parse',
  '--rejects-with',
  'Unreadable',
];

/** A project with the small contract and its parser. */
export const smallProject = (mistake?: string): Project =>
  makeProject({ 'contracts/small/contract.ts': CONTRACT, 'parser.js': parserSource(mistake) });

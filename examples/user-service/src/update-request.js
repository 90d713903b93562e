'use strict';

const STATUSES = ['ENROLLING', 'INVITED', 'ACTIVE', 'RESET', 'INACTIVE'];

const isText = (value) => typeof value === 'string';
/** In code points, as the documentation counts. */
const lengthOf = (value) => Array.from(value).length;
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const shortText = (value) => {
  if (!isText(value)) return 'must be a text';
  return lengthOf(value) > 100 ? 'must not be longer than 100 characters' : undefined;
};
const flag = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');

/** What is wrong with each member that an update may have; undefined where nothing is. */
const CHECKS = {
  phoneNumber: shortText,
  fullName: shortText,
  address: shortText,
  username: (value) =>
    isText(value) && /^[A-Za-z0-9_\-,.@+=]{4,30}$/.test(value)
      ? undefined
      : 'must be 4 to 30 letters, digits, or any of _ - , . @ + =',
  email: (value) => {
    if (!isText(value) || !/^.+@.+$/u.test(value)) return 'must have something on both sides of an @';
    return lengthOf(value) < 3 || lengthOf(value) > 254 ? 'must have 3 to 254 characters' : undefined;
  },
  status: (value) => (STATUSES.includes(value) ? undefined : `must be one of ${STATUSES.join(', ')}`),
  isMarketingAccepted: flag,
  isGtcAccepted: flag,
  isTotpEnabled: flag,
  password: (value) => (isText(value) ? undefined : 'must be a text'),
  userProperties: (value) => {
    const isWell =
      isObject(value) && Object.values(value).every((inner) => isObject(inner) && Object.values(inner).every(isText));
    return isWell ? undefined : 'must be an object of objects of texts';
  },
};

/** The members of a request that an update may write, and what is wrong with them. Others are nobody's business. */
function readUpdate(body) {
  if (!isObject(body)) return { changes: {}, problems: [{ name: 'body', message: 'must be an object' }] };
  const known = Object.keys(CHECKS).filter((name) => Object.hasOwn(body, name));
  const problems = known.flatMap((name) => {
    const message = CHECKS[name](body[name]);
    return message === undefined ? [] : [{ name, message }];
  });
  return { changes: Object.fromEntries(known.map((name) => [name, body[name]])), problems };
}

module.exports = { readUpdate };

'use strict';

const { Ajv } = require('ajv');
const addFormats = require('ajv-formats');

const bodies = new Ajv({ allErrors: false });
/** A query is text: `page=2` is a number. */
const queries = new Ajv({ allErrors: false, coerceTypes: true, useDefaults: true });
for (const ajv of [bodies, queries]) {
  addFormats(ajv, ['date', 'date-time']);
  // RFC 3339 has a T between day and time, and a colon in the offset.
  const { validate } = bodies.formats['date-time'];
  ajv.addFormat('date-time', (text) => /^[^ ]*[Tt][^ ]*(?:[Zz]|:\d\d)$/.test(text) && validate(text));
}

/** Bodies are taken as they are: nothing in them is coerced, filled in or dropped. */
const compile = ({ schema, httpPart }) => (httpPart === 'querystring' ? queries : bodies).compile(schema);

module.exports = { compile };

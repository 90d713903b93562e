// What Jazzer.js runs: a parser, whose inputs are recorded, each behind its length in four bytes.
const { openSync, writeSync } = require('node:fs');
const { parseLean } = require(process.env.PARSER);

const record = openSync(process.env.RECORD, 'a');

module.exports.fuzz = (data) => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  writeSync(record, Buffer.concat([length, data]));
  try {
    parseLean(data.toString());
  } catch (error) {
    if (error.name !== 'Refused') throw error;
  }
};

// Microseconds per call of a parser in a loop that does nothing else: jiti bench/fuzzing/bare.ts lean|console FILE FROM
// Each payload of the file is shown once, as the fuzzer does it, in a program of its own: what a program has read
// before it reads faster. What is measured begins with the payload of the number FROM.
import { readFileSync } from 'node:fs';
import type { ParseFunction } from '../../src/fuzz';
import { PARSERS } from './parsers';

const [, , name = '', file = '', from = '0'] = process.argv;
const parse = PARSERS[name] as ParseFunction;
const bodies = JSON.parse(readFileSync(file, 'utf8')) as string[];
const response = { status: 200, headers: { 'content-type': 'application/json' }, request: { body: '{}' } };

function read(body: string): void {
  try {
    parse(body, response);
  } catch {
    // Refused.
  }
}

for (const body of bodies.slice(0, Number(from))) read(body);
const measured = bodies.slice(Number(from));
const started = performance.now();
for (const body of measured) read(body);
console.log(((performance.now() - started) * 1000) / measured.length);

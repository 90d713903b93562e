export { cannotCarry, cannotCarryBody, type PlaceOfValue } from './cannot-carry';
export { generatePacts } from './generate';
export type * from './interaction';
export { type CasesOf, interactionsOf } from './interactions-of';
export { joinPacts, type Recorded } from './join';
export { fileNameOf, type PactFile } from './pact-file';
export { comparePacts, type PactDifference, writePacts } from './pact-folder';
export { plainCall } from './plain-call';
export { type Call, record } from './record';

export { readPict } from './read';
export { type ReadRows, readPictRows, writePictRows } from './rows';
export { writePict } from './write';

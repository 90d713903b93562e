export { type PictModel, type PictOptions, readPict } from './read';
export { type ReadRows, readPictRows, writePictRows } from './rows';
export type { PictSyntax } from './syntax';
export { writePict } from './write';

export { arbitraryOf, type GenerationOptions, textOf } from './arbitrary';
export { drawsOf } from './draws';

export { arbitraryOf, textOf } from './arbitrary';
export { drawsOf } from './draws';

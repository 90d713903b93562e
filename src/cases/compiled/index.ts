export { arbitraryOf, textOf } from './arbitrary';

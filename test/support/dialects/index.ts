export * from './api';
export { anyApi } from './api-arbitrary';
export { type Dialect, modelPage, pagesIn } from './dialect';
export { DIALECTS } from './dialects';
export { bare, expectedOf, importedOf } from './expected';

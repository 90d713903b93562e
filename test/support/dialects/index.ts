export * from './api';
export { anyApi } from './api-arbitrary';
export { type Dialect, pagesIn } from './dialect';
export { DIALECTS } from './dialects';
export { expectedOf, importedOf } from './expected';

export { listedPath } from './listed-path';
export { pointerTo } from './pointer-to';
export { toldPath } from './told-path';

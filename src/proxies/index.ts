export { credentialsIn } from './credentials-in';
export { type Environment, proxyFor } from './proxy-for';
export { openRequest, type TlsOptions } from './via-proxy';

/** How OpenSSL's and Node's codes read, each with the way out. */
const CERTIFICATES: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'it signed it itself: name the certificate with --ca FILE',
  SELF_SIGNED_CERT_IN_CHAIN: 'nobody known signed it: name the certificate of its CA with --ca FILE',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'nobody known signed it: name the certificate of its CA with --ca FILE',
  UNABLE_TO_GET_ISSUER_CERT: 'nobody known signed it: name the certificate of its CA with --ca FILE',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'nobody known signed it: name the certificate of its CA with --ca FILE',
  CERT_HAS_EXPIRED: 'it has expired: renew it',
  CERT_NOT_YET_VALID: 'it is not valid yet: look at the clocks of both machines',
  ERR_TLS_CERT_ALTNAME_INVALID: 'it was made out to another name: call the service by one of its names',
};

const isBadRecord = (code: string): boolean =>
  /^(?:EPROTO|ERR_SSL_WRONG_VERSION_NUMBER|ERR_SSL_PACKET_LENGTH_TOO_LONG)$/.test(code);

/** Says why a call has no answer, in words that lead to the cause. */
export function reasonOf(error: unknown, { protocol }: URL): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const { reason } = error as { readonly reason?: unknown };
  const certificate = CERTIFICATES[code];
  if (certificate !== undefined) return `its certificate cannot be trusted (${code}): ${certificate}`;
  if (/^ERR_SSL_(?:TLSV\d+_ALERT|SSLV3_ALERT)|ALERT_CERTIFICATE_REQUIRED/.test(code))
    return `it refused the TLS connection (${code}): where it wants a certificate of the client, give --client-cert FILE and --client-key FILE`;
  if (protocol === 'https:' && isBadRecord(code)) return `it does not speak TLS (${code}): is its URL http://?`;
  if (code === 'HPE_HEADER_OVERFLOW') return 'the header of its answer is longer than 128 KB';
  if (code.startsWith('HPE_')) return `its answer is no HTTP: ${typeof reason === 'string' ? reason : message}`;
  if (code === 'ECONNRESET') return `the connection broke before the answer was whole (${message})`;
  return message;
}

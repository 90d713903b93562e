'use strict';

const TYPES = {
  400: 'validation_error',
  401: 'invalid_token',
  403: 'access_denied',
  404: 'not_found',
  409: 'duplicate',
  500: 'internal_server_error',
};

/** Ends a call with an ErrorResponse. */
class Refusal extends Error {
  constructor(status, message, fields) {
    super(message);
    this.status = status;
    this.fields = fields;
  }

  /** The body of the answer. */
  bodyFor(requestId) {
    return {
      code: this.status,
      object: 'error',
      requestId,
      message: this.message,
      type: TYPES[this.status],
      ...(this.fields === undefined ? {} : { fields: this.fields }),
    };
  }
}

module.exports = { Refusal };

'use strict';

const TITLES = {
  400: 'The request is not valid',
  401: 'Not let in',
  404: 'Not found',
  500: 'Internal error',
};

/** Ends a call with a problem document (RFC 9457). */
class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }

  get body() {
    return { type: 'about:blank', title: TITLES[this.status], status: this.status, detail: this.message };
  }
}

module.exports = { Problem };

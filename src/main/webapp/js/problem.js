const UNCERTAIN = new Set([401, 408, 425, 429]);

/** A refusal of the server, `application/problem+json` (RFC 9457), over HTTP or the socket alike. */
export class Problem extends Error {
  constructor(body, retryAfterMs) {
    super(body.detail ?? body.title ?? 'That did not work. Try again.');
    this.status = body.status ?? 500;
    this.code = body.code ?? 'internal';
    this.errors = body.errors ?? [];
    this.retryAfterMs = body.retryAfterMs ?? retryAfterMs;
  }

  /** True where the same request will never succeed, so there is no use in sending it again. */
  get definite() {
    return this.status >= 400 && this.status < 500 && !UNCERTAIN.has(this.status);
  }

  /** What is wrong with one field, or undefined. */
  about(field) {
    return this.errors.find((error) => error.field === field)?.message;
  }
}

/** No answer came: nobody knows whether the server has acted. */
export class Unreachable extends Error {
  constructor(cause) {
    super('The server cannot be reached. Check your connection and try again.', { cause });
  }
}

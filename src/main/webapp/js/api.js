import { Problem, Unreachable } from './problem.js';

const PATIENCE_MS = 30_000; // a server that has stopped without closing its connections never answers

/** Who is calling. The session fills this in; the token lives here, in memory, and nowhere else. */
export const credentials = { token: null, renew: async () => false };

/**
 * Calls the server as the person signed in; a token that has run out is renewed once. With `ifMatch`, only if what is
 * there still has that tag; the answer is 412 otherwise.
 */
export async function call(method, path, body, { ifMatch } = {}) {
  const token = credentials.token;
  try {
    return await request(method, path, { body, token, ifMatch });
  } catch (problem) {
    if (problem.status !== 401 || !(await renewed(token))) {
      throw problem;
    }
    return request(method, path, { body, token: credentials.token, ifMatch });
  }
}

// Another call may have renewed it while this one was under way.
async function renewed(token) {
  return (credentials.token !== null && credentials.token !== token) || credentials.renew();
}

/** One request, its answer as an object, every failure as a Problem or as Unreachable. */
export async function request(method, path, { body, token, ifMatch } = {}) {
  const response = await reach(new URL(path, document.baseURI), {
    method,
    headers: headers(body, token, ifMatch),
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const answer = await json(response);
  if (!response.ok) {
    throw refusal(response, answer);
  }
  return answer;
}

// Without a code it is not our server that speaks, but one that is still starting, or a proxy before it.
function refusal(response, answer) {
  return answer?.code
    ? new Problem({ ...answer, status: response.status }, retryAfter(response))
    : new Unreachable(`status ${response.status}`);
}

async function reach(url, init) {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

function headers(body, token, ifMatch) {
  return {
    Accept: 'application/json, application/problem+json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(ifMatch ? { 'If-Match': `"${ifMatch}"` } : {}),
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  };
}

async function json(response) {
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.includes('json')) {
    return null; // nothing, or the page of some proxy in between
  }
  try {
    return await response.json();
  } catch (cause) {
    throw new Unreachable(cause);
  }
}

function retryAfter(response) {
  const seconds = Number(response.headers.get('Retry-After'));
  return seconds > 0 ? seconds * 1_000 : undefined;
}

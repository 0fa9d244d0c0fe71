/**
 * Signs in to a running server, as a program does.
 * @param {string} url
 * @param {string} username
 * @param {string} password
 * @returns {Promise<string>} the Cookie header of what is asked afterwards
 */
export async function signIn(url, username, password) {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new Error(`${username}: ${answer.status} ${await answer.text()}`);
  return answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]).join('; ');
}

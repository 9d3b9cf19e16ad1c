import { homedir } from 'node:os';
import { ranFrom } from '../code-of-asset';

/** The home directory on Lambda. */
const HOME = ['', 'home', 'sbx_user1051'].join('/');

test('shows no home directory of this computer, however the code asks', async () => {
  const { response } = await ranFrom({
    'index.mjs': `import { homedir, userInfo } from 'node:os';
      import os from 'node:os';
      export const handler = async () => [homedir(), os.homedir(), userInfo().homedir, process.env.HOME];`,
  }, 'index.handler');
  expect(response).toEqual([HOME, HOME, HOME, null]);
});

test('shows no variable of this computer', async () => {
  process.env.SECRET_OF_THE_HOST = 'secret';
  try {
    const { response } = await ranFrom({ 'index.js': 'exports.handler = async () => JSON.stringify({ ...process.env, NODE_PATH: "" });' }, 'index.handler');
    expect(response).not.toContain('secret');
    expect(response).not.toContain(homedir());
  } finally {
    delete process.env.SECRET_OF_THE_HOST;
  }
});

test.each(['null', '{}', '{ payload: "1" }', '{ id: "1", payload: "1" }', '"text"'])('does not take %s for an answer if the code finds a way to send it', async sent => {
  const { error, response } = await ranFrom({ 'index.js': `exports.handler = async () => { process._send(${sent}); return 'answer'; };` }, 'index.handler');
  expect([error, response]).toEqual([undefined, 'answer']);
});

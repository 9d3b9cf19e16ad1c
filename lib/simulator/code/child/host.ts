/** The user of Lambda's execution environments. */
const USER = 'sbx_user1051';

/**
 * Program text that hides the host from the code: the home directory, where SDKs look for credentials, and the channel
 * to the parent process.
 *
 * It defines `channel` and `send` for the rest of the program.
 */
export const HIDDEN_HOST = `
const os = require('node:os');
const home = '/home/${USER}';
os.homedir = () => process.env.HOME ?? home;
os.userInfo = () => ({ uid: 993, gid: 990, username: '${USER}', homedir: home, shell: '/sbin/nologin' });
require('node:module').syncBuiltinESMExports();

const { channel } = process;
const send = process.send.bind(process);
delete process.send;
delete process.disconnect;
`;

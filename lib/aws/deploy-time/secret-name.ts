/** Last words of names that are usually secret. */
const SECRET = ['credential', 'passphrase', 'passwd', 'password', 'pwd', 'secret', 'token'];

/** Words before `key` that make it a secret one. */
const SECRET_KEY = ['access', 'api', 'encryption', 'private', 'secret', 'signing'];

/** Words before a secret one that make it harmless: tokens of this kind go from page to page. */
const HARMLESS = ['continuation', 'next', 'page'];

/** Last words that say nothing about the value. */
const EMPTY = ['plaintext', 'string', 'text', 'value'];

/** Whether a path into a response ends with a name that is usually secret, e.g. `db.password`, but not `secretArn`. */
export function isSecretName(path: string): boolean {
  const words = path.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/)
    .filter(word => word !== '' && !EMPTY.includes(word))
    .map(word => word.replace(/(?<=[^s])s$/, ''));
  const [last = '', before = ''] = words.reverse();
  const key = SECRET_KEY.some(word => last === `${word}key` || (last === 'key' && before === word));
  return key || (SECRET.includes(last) && !HARMLESS.includes(before));
}

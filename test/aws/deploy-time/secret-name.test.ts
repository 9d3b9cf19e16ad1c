import { isSecretName } from '../../../lib/aws/deploy-time/secret-name';

test.each([
  'password', 'db.password', 'dbPassword', 'DB_PASSWORD', 'admin-passwd', 'passphrase', 'pwd', 'secret', 'clientSecret', 'secret.value', 'SecretString',
  'token', 'accessToken', 'tokens.0', 'apiKey', 'api_key', 'apikey', 'keys.0.privateKey', 'secretAccessKey', 'signing-key', 'credentials', 'credentials.0.value',
])('%s is the name of a secret', path => {
  expect(isSecretName(path)).toBe(true);
});

test.each([
  '', 'rows.0.id', 'secretArn', 'secret.name', 'passwordLength', 'tokenCount', 'nextToken', 'continuationToken', 'page_token', 'accessKeyId', 'key', 'publicKey', 'keys.0',
  'partitionKey', 'tokenizer', 'compass', 'value', 'text', 'access', 'secretary',
])('%s is not', path => {
  expect(isSecretName(path)).toBe(false);
});

/** What is used of Secrets Manager, apart, so that it can be loaded late. */
export { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** What is used of STS, apart, so that it can be loaded late. */
export { GetWebIdentityTokenCommand, STSClient } from '@aws-sdk/client-sts';

/** What is used of SQS, apart, so that it can be loaded late. */
export { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

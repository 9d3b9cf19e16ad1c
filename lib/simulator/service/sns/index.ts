import { publish } from './publish';
import { publishBatch } from './publish-batch';
import type { ModelledApi } from '../model/api';

/** The API of Amazon SNS. */
export const SNS: ModelledApi = {
  title: 'Amazon SNS',
  xmlNamespace: 'http://sns.amazonaws.com/doc/2010-03-31/',
  operations: { Publish: publish, PublishBatch: publishBatch },
  queryCode: ({ code }) => code,
};

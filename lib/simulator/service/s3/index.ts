import { deleteObject } from './delete-object';
import { getObject } from './get-object';
import { listObjectsV2 } from './list-objects';
import { putObject } from './put-object';
import type { S3Answer, S3Request } from './request';

/** The operations of Amazon S3, with their parameters in the query besides those of signatures. */
export const S3_OPERATIONS: Readonly<Record<string, { readonly run: (request: S3Request) => S3Answer; readonly parameters: readonly string[] }>> = {
  PutObject: { run: putObject, parameters: [] },
  GetObject: { run: getObject, parameters: ['versionId'] },
  HeadObject: { run: getObject, parameters: ['versionId'] },
  DeleteObject: { run: deleteObject, parameters: ['versionId'] },
  ListObjectsV2: {
    run: listObjectsV2,
    parameters: ['list-type', 'prefix', 'delimiter', 'max-keys', 'start-after', 'continuation-token', 'encoding-type', 'fetch-owner'],
  },
};

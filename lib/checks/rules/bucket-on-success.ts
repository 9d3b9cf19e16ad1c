import { BUCKET_ON_SUCCESS } from '../../constraints/aws-lambda/destination';
import { refusedPlaces } from '../destination-places';
import type { Check } from '../finding';

/** For certain when the ARN is that of a bucket. */
export const bucketOnSuccess: Check = {
  rule: BUCKET_ON_SUCCESS,
  severity: 'error',
  find: context => refusedPlaces(context, BUCKET_ON_SUCCESS),
};

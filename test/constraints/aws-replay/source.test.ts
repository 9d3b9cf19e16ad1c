import * as rules from '../../../lib/constraints/aws-replay/source';
import { broken } from '../../../lib/constraints/rule';

test('a bucket of another account is refused with the reason and the way out', () => {
  expect(broken(rules.REPLAY_BUCKET_ELSEWHERE, 'from', 'Stack/Records of 222222222222/eu-west-1')).toBe(
    '`from` must have buckets of the account and Region of the stack only, got: Stack/Records of 222222222222/eu-west-1. ' +
    'Step Functions lists the objects of no other bucket: every plan would fail. ' +
    'Declare the replay in a stack of the account and Region of the bucket.',
  );
});

test('a replay without a target is refused with the reason and the way out', () => {
  expect(broken(rules.REPLAY_TARGET_MISSING, 'targets', 'none')).toBe(
    '`targets` must have at least one function if no function of the app sends its failed events straight to a source, got: none. ' +
    'The replay has permission to invoke the functions that it knows, and no others: without one, it sends nothing. ' +
    'Add the functions whose events are to be sent again.',
  );
});

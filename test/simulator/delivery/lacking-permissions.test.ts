import { LackingPermissions } from '../../../lib/simulator/delivery/lacking-permissions';
import type { Permissions } from '../../../lib/simulator/deployment/permissions';
import { Runner } from '../../../lib/simulator/events/runner';
import type { SimulatedFunction } from '../../../lib/simulator/state';

const fn = (logicalId: string) => new Runner({ settings: { logicalId } } as SimulatedFunction, () => []);

/** Permissions of which nobody knows more than these answers. */
function permissions(missing: readonly string[], missingForKey: readonly string[] = [], isWithdrawn = () => false) {
  const asked: string[] = [];
  const fake = {
    isWithdrawn,
    missingActions: ({ settings: { logicalId } }: SimulatedFunction, _kind: string, arn: string) => (asked.push(`${logicalId} ${arn}`), missing),
    missingKeyActions: () => missingForKey,
  } as unknown as Permissions;
  return { asked, lacking: new LackingPermissions(fake) };
}

test.each([
  [[], [], undefined],
  [['sqs:SendMessage'], ['kms:Decrypt'], 'the role of `Orders` lacks sqs:SendMessage'],
  [[], ['kms:Decrypt', 'kms:GenerateDataKey'], 'the role of `Orders` lacks kms:Decrypt and kms:GenerateDataKey on its key'],
  [['s3:ListBucket'], [], undefined],
])('without %p, and without %p on the key: %s', (missing, missingForKey, reason) => {
  expect(permissions(missing, missingForKey).lacking.reason(fn('Orders'), 'queue', 'arn')).toBe(reason);
});

test.each([[[]], [['sqs:SendMessage']]])('asks once for each function and ARN, if %p is missing', missing => {
  const { asked, lacking } = permissions(missing);
  const [orders, billing] = [fn('Orders'), fn('Billing')];
  for (const [sender, arn] of [[orders, 'one'], [orders, 'other'], [billing, 'one']] as const) {
    lacking.reason(sender, 'queue', arn);
    lacking.reason(sender, 'queue', arn);
  }
  expect(asked).toEqual(['Orders one', 'Orders other', 'Billing one']);
});

test('asks anew while permissions are withdrawn', () => {
  let isWithdrawn = false;
  const { asked, lacking } = permissions([], [], () => isWithdrawn);
  const orders = fn('Orders');
  lacking.reason(orders, 'queue', 'arn');
  isWithdrawn = true;
  lacking.reason(orders, 'queue', 'arn');
  expect(asked).toHaveLength(2);
});

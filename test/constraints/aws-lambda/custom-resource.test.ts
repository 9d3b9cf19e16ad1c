import {
  PHYSICAL_RESOURCE_ID,
  RESPONSE_BODY,
  SERVICE_TIMEOUT,
} from '../../../lib/constraints/aws-lambda/custom-resource';
import { violation } from '../../../lib/constraints/violation';

test('an answer of 4096 bytes is accepted, counted as it is sent', () => {
  expect(violation(RESPONSE_BODY, 'é'.repeat(2048))).toBeUndefined();
  expect(violation(RESPONSE_BODY, 'é'.repeat(2048) + 'a')).toBe('`response` must be at most 4096 bytes, got: 4097 bytes');
});

test('a physical id has 1 to 1024 bytes', () => {
  expect(violation(PHYSICAL_RESOURCE_ID, 'a')).toBeUndefined();
  expect(violation(PHYSICAL_RESOURCE_ID, 'é'.repeat(512))).toBeUndefined();
  expect(violation(PHYSICAL_RESOURCE_ID, '')).toBe('`physicalResourceId` must be 1 to 1024 bytes, got: 0 bytes');
  expect(violation(PHYSICAL_RESOURCE_ID, 'é'.repeat(512) + 'a')).toBe('`physicalResourceId` must be 1 to 1024 bytes, got: 1025 bytes');
});

test.each([1, 3600])('CloudFormation waits %p seconds', value => {
  expect(violation(SERVICE_TIMEOUT, value)).toBeUndefined();
});

test.each([0, 3601, 1.5])('CloudFormation does not wait %p seconds', value => {
  expect(violation(SERVICE_TIMEOUT, value)).toBe(`\`serviceTimeout\` must be an integer between 1 and 3600 seconds, got: ${value}`);
});

test('CloudFormation waits an hour by default', () => {
  expect(SERVICE_TIMEOUT.default).toBe(3600);
});

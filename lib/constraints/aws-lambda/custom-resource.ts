import type { NumberConstraint, SizeConstraint } from '../constraint';
import type { Rule } from '../rule';

const GUIDE = 'AWS CloudFormation user guide, custom resource response objects';

/** The response to a request for a custom resource. */
export const RESPONSE_BODY: SizeConstraint = {
  kind: 'size',
  property: 'response',
  parameter: 'response body',
  max: 4096,
  unit: 'bytes',
  source: GUIDE,
};

/** The physical id of a resource. A different id on update means a replacement. */
export const PHYSICAL_RESOURCE_ID: SizeConstraint = {
  kind: 'size',
  property: 'physicalResourceId',
  parameter: 'PhysicalResourceId',
  min: 1,
  max: 1024,
  unit: 'bytes',
  source: GUIDE,
};

/** The time that CloudFormation waits for the response, in seconds. */
export const SERVICE_TIMEOUT: NumberConstraint = {
  kind: 'number',
  property: 'serviceTimeout',
  parameter: 'ServiceTimeout',
  min: 1,
  max: 3600,
  integer: true,
  unit: 'seconds',
  default: 3600,
  source: 'AWS CloudFormation user guide, AWS::CloudFormation::CustomResource',
};

export const FOUND_CONFIG_TOO_LARGE: Rule = {
  id: 'FoundConfigTooLarge',
  rule: `be DELETE or RETAIN when the config that is found is too large for a physical id of ${PHYSICAL_RESOURCE_ID.max} ${PHYSICAL_RESOURCE_ID.unit}`,
  consequence: 'Only the physical id can hold that config until the resource is deleted. Nothing has been changed.',
  remedy: 'Note down the config that is there, and set `onDelete` to DELETE or RETAIN.',
  source: GUIDE,
  evidence: { grade: 'documented', says: 'A physical resource id has at most 1 KB.' },
};

import type { ChoiceConstraint, NumberConstraint, SizeConstraint } from '../constraint';

const GUIDE = 'AWS CloudFormation user guide, custom resource response objects';

/** The whole answer to a custom resource request. */
export const RESPONSE_BODY: SizeConstraint = {
  kind: 'size',
  property: 'response',
  parameter: 'response body',
  max: 4096,
  unit: 'bytes',
  source: GUIDE,
};

export const PHYSICAL_RESOURCE_ID: SizeConstraint = {
  kind: 'size',
  property: 'physicalResourceId',
  parameter: 'PhysicalResourceId',
  max: 1024,
  unit: 'bytes',
  source: GUIDE,
};

export const RESPONSE_STATUS: ChoiceConstraint = {
  kind: 'choice',
  property: 'status',
  parameter: 'Status',
  values: ['SUCCESS', 'FAILED'],
  source: GUIDE,
};

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

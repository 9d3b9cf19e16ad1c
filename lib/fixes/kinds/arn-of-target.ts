import { DEAD_LETTER_TARGET_ARN } from '../../constraints/aws-lambda/dead-letter-queue';
import { propertyPath } from '../../topology';
import { Draft } from '../draft';
import type { Fixer } from '../fixer';
import { valueAt } from '../raw-values';

/** Destinations whose `Ref` is not their ARN. */
const TYPES = ['AWS::SQS::Queue', 'AWS::Events::EventBus', 'AWS::Lambda::Function', 'AWS::S3::Bucket'];

/** Writes the ARN of a resource instead of its name or URL. */
export const arnOfTarget: Fixer = ({ key, stack, property }, context) => {
  const written = valueAt(context.raw(key), propertyPath(property));
  const id = valueAt(written, ['Ref']) ?? valueAt(written, ['Fn::GetAtt', 0]);
  const node = context.topology.resources.get(`${stack}.${String(id)}`);
  const types = property === DEAD_LETTER_TARGET_ARN.parameter ? TYPES.slice(0, 1) : TYPES;
  return node && types.includes(node.type) && valueAt(written, ['Fn::GetAtt', 1]) !== 'Arn'
    ? new Draft(context).set(key, property, context.arn(node.key, stack)).fix('Write the ARN.')
    : undefined;
};

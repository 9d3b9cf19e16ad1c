import { RESOURCE_TYPE, TEMPLATE_BODY } from '../../../lib/constraints/alibaba-ros/template';
import { violation } from '../../../lib/constraints/violation';

test.each(['ALIYUN::FC3::Function', 'DATASOURCE::FC3::Functions', 'Custom::Thing', 'MODULE::MyOrganization::MyService::MyUsecase'])('%s is a type', type => {
  expect(violation(RESOURCE_TYPE, type)).toBeUndefined();
});

test.each(['AWS::SQS::Queue', 'ALIYUN::', 'FC3::Function'])('%s is refused', type => {
  expect(violation(RESOURCE_TYPE, type)).toBe(`\`type\` must be 9 to 255 characters: a type of ROS, e.g. ALIYUN::FC3::Function, got: "${type}"`);
});

test('a template has half a megabyte', () => {
  expect(violation(TEMPLATE_BODY, 'a'.repeat(524_288))).toBeUndefined();
  expect(violation(TEMPLATE_BODY, 'a'.repeat(524_289))).toBe('`template` must be 1 to 524288 bytes, got: 524289 bytes');
});

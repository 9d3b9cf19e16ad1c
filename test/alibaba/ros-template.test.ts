import { Construct } from 'constructs';
import { fcFunction, rosStack } from './fixture';
import { alibaba } from '../../lib';
import { rosResources, rosTemplate, serialized } from '../../lib/alibaba/ros-template';

test('writes a template with an indent of one and a final line break', () => {
  const stack = rosStack();
  fcFunction(stack);

  expect(serialized(rosTemplate(stack))).toBe(`{
 "ROSTemplateFormatVersion": "2015-09-01",
 "Resources": {
  "Fn": {
   "Type": "ALIYUN::FC3::Function"
  }
 }
}
`);
});

test('lists each dependency once, in the order of names', () => {
  const stack = rosStack();
  const [late, early] = [new Construct(stack, 'Late'), new Construct(stack, 'Early')];
  const [second, first] = ['Second', 'First'].map(id => new alibaba.RosResource(early, id, { type: 'ALIYUN::FC3::Function' }));
  const fn = new alibaba.RosResource(late, 'Fn', { type: 'ALIYUN::FC3::Function' });
  late.node.addDependency(early);
  fn.node.addDependency(second);

  expect(rosTemplate(stack).Resources[fn.logicalId].DependsOn).toEqual([first.logicalId, second.logicalId]);
});

test('leaves out the resources of stacks further below', () => {
  const stack = rosStack();
  const scope = new Construct(stack, 'Scope');
  const own = new alibaba.RosResource(scope, 'Own', { type: 'ALIYUN::FC3::Function' });
  fcFunction(new alibaba.RosStack(scope, 'Inner'));

  expect(rosResources(stack)).toEqual([own]);
  expect(rosResources(stack, scope)).toEqual([own]);
});

test('writes properties in the order of their names, at every depth', () => {
  const written = (properties: Record<string, unknown>) => {
    const stack = rosStack();
    new alibaba.RosResource(stack, 'Fn', { type: 'ALIYUN::FC3::Function', properties });
    return serialized(rosTemplate(stack));
  };
  const text = written({ Runtime: 'nodejs20', EnvironmentVariables: { B: '1', A: '2' } });

  expect(written({ EnvironmentVariables: { A: '2', B: '1' }, Runtime: 'nodejs20' })).toBe(text);
  expect(text).toContain('"EnvironmentVariables": {\n     "A": "2",\n     "B": "1"\n    },\n    "Runtime"');
});

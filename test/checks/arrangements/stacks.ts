import { named, referenceIn, references, replaced, type Arrangement, type Template } from './arrangement';

/** How a stack names a value of another stack. */
interface Link {
  /** The output of the other stack. */
  output(name: string, value: object): object;

  /** The reference to it. */
  input(name: string): object;
}

/** Places where events, records and keys are: what other stacks refer to. */
const STORES = /^AWS::(SQS::Queue|SNS::Topic|S3::Bucket|Events::EventBus|KMS::Key)$/;

/** Puts the stores that need nothing else into a stack of their own. */
function apart(link: Link): Arrangement {
  return template => {
    const { Resources } = template;
    const stores = Object.keys(Resources).filter(id => STORES.test(Resources[id].Type));
    const moved = movable(Resources, stores);
    return moved.length === 0 ? [named('S', template)] : linked(template, moved, 'Stores', link);
  };
}

/** Those that refer only to each other. */
function movable(resources: Template['Resources'], ids: readonly string[]): string[] {
  const kept = ids.filter(id => references(resources[id]).every(other => ids.includes(other)));
  return kept.length === ids.length ? kept : movable(resources, kept);
}

/** Moves resources to another stack, and links what refers to them. */
function linked(template: Template, moved: readonly string[], name: string, { output, input }: Link): ReturnType<Arrangement> {
  const outputs: Record<string, object> = {};
  const staying = Object.entries(template.Resources).filter(([id]) => !moved.includes(id));
  const Resources = Object.fromEntries(staying.map(([id, { DependsOn, ...resource }]) => {
    const left = [DependsOn ?? []].flat().filter(each => !moved.includes(each as string));
    return [id, replaced({ ...resource, ...left.length > 0 ? { DependsOn: left } : {} }, value => {
      const reference = referenceIn(value);
      if (!reference || !moved.includes(reference.id)) {
        return undefined;
      }
      const key = `${reference.id}${reference.attribute ?? ''}`;
      outputs[key] = output(key, value);
      return input(key);
    })];
  }));
  return [
    named(name, { Resources: Object.fromEntries(moved.map(id => [id, template.Resources[id]])), Outputs: outputs }),
    named('S', { ...template, Resources }),
  ];
}

export const byExport = apart({
  output: (name, Value) => ({ Value, Export: { Name: `Stores:${name}` } }),
  input: name => ({ 'Fn::ImportValue': `Stores:${name}` }),
});

export const byStackOutput = apart({
  output: (_, Value) => ({ Value }),
  input: name => ({ 'Fn::GetStackOutput': { StackName: 'Stores', OutputName: name } }),
});

/** Puts policies into a stack that comes later. */
export const laterPolicies: Arrangement = template => {
  const policies = Object.keys(template.Resources).filter(id => template.Resources[id].Type === 'AWS::IAM::Policy');
  const others = Object.keys(template.Resources).filter(id => !policies.includes(id));
  return policies.length === 0 ? [named('S', template)] : linked(template, others, 'Earlier', {
    output: (name, Value) => ({ Value, Export: { Name: `Earlier:${name}` } }),
    input: name => ({ 'Fn::ImportValue': `Earlier:${name}` }),
  });
};

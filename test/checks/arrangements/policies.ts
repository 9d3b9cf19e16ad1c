import { named, references, type Arrangement, type Resource, type Template } from './arrangement';

/** The policies of a template, which aws-cdk-lib writes as resources of their own. */
function policiesOf({ Resources }: Template): Array<[id: string, policy: Resource]> {
  return Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::IAM::Policy');
}

/** Without these resources, also in dependencies. */
function without({ Resources, ...rest }: Template, ids: readonly string[]): Template {
  const kept = Object.entries(Resources).filter(([id]) => !ids.includes(id)).map(([id, resource]) => {
    const { DependsOn, ...others } = resource;
    const left = [DependsOn ?? []].flat().filter(each => !ids.includes(each as string));
    return [id, left.length > 0 ? { ...others, DependsOn: left } : others];
  });
  return { ...rest, Resources: Object.fromEntries(kept) };
}

/** Within the role. */
export const inRole: Arrangement = template => {
  const policies = policiesOf(template);
  const bare = without(template, policies.map(([id]) => id));
  const Resources = Object.fromEntries(Object.entries(bare.Resources).map(([id, resource]) => {
    const own = policies.filter(([, policy]) => references(policy.Properties?.Roles).includes(id))
      .map(([name, { Properties }]) => ({ PolicyName: name, PolicyDocument: Properties!.PolicyDocument }));
    return [id, own.length > 0 ? { ...resource, Properties: { ...resource.Properties, Policies: own } } : resource];
  }));
  return [named('S', { ...bare, Resources })];
};

/** As managed policies that name their roles. */
export const managed: Arrangement = template => {
  const Resources = Object.fromEntries(Object.entries(template.Resources).map(([id, resource]) => {
    if (resource.Type !== 'AWS::IAM::Policy') {
      return [id, resource];
    }
    const { PolicyName: _, ...properties } = resource.Properties!;
    return [id, { ...resource, Type: 'AWS::IAM::ManagedPolicy', Properties: properties }];
  }));
  return [named('S', { ...template, Resources })];
};

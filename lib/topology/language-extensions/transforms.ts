import { own } from '../assembly/json-walk';

/** The macro of CloudFormation behind `Fn::ForEach`, `Fn::Length`, `Fn::ToJsonString` and defaults of `Fn::FindInMap`. */
export const LANGUAGE_EXTENSIONS = 'AWS::LanguageExtensions';

/** The macro that replaces resources of the types `AWS::Serverless::…`. */
const SAM = 'AWS::Serverless-2016-10-31';

/** The names of the macros that a template passes through; `undefined` for one whose name is an expression. */
export function transformsOf(document: unknown): Array<string | undefined> {
  const transform = own(document, 'Transform') ?? [];
  return (Array.isArray(transform) ? transform : [transform]).map(item => {
    const name: unknown = typeof item === 'string' ? item : own(item, 'Name');
    return typeof name === 'string' ? name : undefined;
  });
}

/** Reasons why a template may declare more than it contains. */
export function hiddenByTransforms(document: unknown): string[] {
  const others = transformsOf(document).filter(name => name !== LANGUAGE_EXTENSIONS);
  return [...others.length > 0 ? ['the template has a `Transform`'] : [], ...others.includes(SAM) ? hiddenBySam(document) : []];
}

/** The resources of SAM's own types. */
function hiddenBySam(document: unknown): string[] {
  const resources = Object.entries(own(document, 'Resources') ?? {});
  const byType = new Map<string, string[]>();
  for (const [logicalId, resource] of resources) {
    const type = own(resource, 'Type');
    if (typeof type === 'string' && type.startsWith('AWS::Serverless::')) {
      byType.set(type, [...byType.get(type) ?? [], `\`${logicalId}\``]);
    }
  }
  return [...byType].sort(([a], [b]) => a < b ? -1 : 1)
    .map(([type, ids]) => `resources of SAM's type \`${type}\` are not read: ${ids.sort().join(', ')}`);
}

import type { Stack } from 'aws-cdk-lib';
import { rosResources, type RosTemplate } from './ros-template';
import { AWS_VALUE, PSEUDO_PARAMETER } from '../constraints/alibaba-ros/template';
import { broken } from '../constraints/rule';

/** The functions that ROS has not, and those of sections that our templates have not. */
const NOT_OF_ROS = ['Fn::Base64', 'Fn::ImportValue', 'Fn::ToJsonString', 'Fn::Transform', 'Fn::If', 'Fn::FindInMap'];

/** What CloudFormation would fill in wherever it stands in a text. */
const OF_CLOUDFORMATION = /\$\{(AWS::\w+)\}|(\{\{resolve:(?:ssm|ssm-secure|secretsmanager):[^}]*\}\})/g;

/** A name in the text of `Fn::Sub`. A text that begins with an exclamation mark is none. */
const NAME_IN_TEXT = /\$\{([^!}][^}]*)\}/g;

/** Every place in a template that nobody would fill in: values of CloudFormation that came as plain objects or texts, and references to nothing. */
export function unknownValues(stack: Stack, { Resources }: RosTemplate): string[] {
  const isKnown = (name: unknown) => Object.hasOwn(Resources, String(name)) || String(name).startsWith(PSEUDO_PARAMETER);
  return rosResources(stack).flatMap(({ logicalId, node }) =>
    Object.entries(Resources[logicalId].Properties ?? {}).flatMap(([property, value]) =>
      unknownIn(value, property, isKnown).map(([path, name]) => `${broken(AWS_VALUE, path, name)} [${node.path}]`)));
}

type Unknown = readonly [path: string, name: string];

/** @param path of the property, as users wrote it: what is inside a function is not added */
function unknownIn(value: unknown, path: string, isKnown: (name: unknown) => boolean, inFunction = false): Unknown[] {
  if (typeof value === 'string') {
    return [...value.matchAll(OF_CLOUDFORMATION)].map(([, name, reference]) => [path, name ?? reference]);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]): Unknown[] => {
    const unknown = NOT_OF_ROS.includes(key) ? [key] : namesIn(key, inner).filter(name => !isKnown(name)).map(String);
    const isFunction = inFunction || key === 'Ref' || key.startsWith('Fn::');
    return unknown.length > 0 ? unknown.map(name => [path, name]) : unknownIn(inner, isFunction ? path : `${path}.${key}`, isKnown, isFunction);
  });
}

/** What a function refers to by its name. */
function namesIn(key: string, value: unknown): unknown[] {
  switch (key) {
    case 'Ref': return [value];
    case 'Fn::GetAtt': return [value].flat().slice(0, 1);
    case 'Fn::Sub': {
      const [text, own] = [value].flat() as [unknown, object?];
      return [...String(text).matchAll(NAME_IN_TEXT)].map(([, name]) => name).filter(name => !Object.hasOwn(Object(own), name))
        .map(name => name.split('.')[0]);
    }
    default: return [];
  }
}

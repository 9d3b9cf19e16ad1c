import type { Stack } from 'aws-cdk-lib';
import { rosResources, type RosTemplate } from './ros-template';
import { AWS_VALUE, PSEUDO_PARAMETER } from '../constraints/alibaba-ros/template';
import { dynamicReferences } from '../constraints/aws-cloudformation/dynamic-reference';
import { broken } from '../constraints/rule';

/** Intrinsic functions that ROS lacks, or that need sections which our templates lack. */
const FOREIGN_FUNCTIONS = ['Fn::Base64', 'Fn::ImportValue', 'Fn::ToJsonString', 'Fn::Transform', 'Fn::If', 'Fn::FindInMap'];

/** Pseudo parameters inside texts that only CloudFormation would fill in. */
const PSEUDO_PARAMETER_IN_TEXT = /\$\{(AWS::\w+)\}/g;

/** A name in the text of `Fn::Sub`; `${!…}` is literal text. */
const NAME_IN_TEXT = /\$\{([^!}][^}]*)\}/g;

/** Values in a template that ROS cannot fill in: those of CloudFormation, written as plain objects or texts, and references to resources that do not exist. */
export function unknownValues(stack: Stack, { Resources }: RosTemplate): string[] {
  const isKnown = (name: unknown) => Object.hasOwn(Resources, String(name)) || String(name).startsWith(PSEUDO_PARAMETER);
  return rosResources(stack).flatMap(({ logicalId, node }) =>
    Object.entries(Resources[logicalId].Properties ?? {}).flatMap(([property, value]) =>
      unknownIn(value, property, isKnown).map(([path, name]) => `${broken(AWS_VALUE, path, name)} [${node.path}]`)));
}

type Unknown = readonly [path: string, name: string];

/** @param path the property as the user wrote it, without what is inside a call */
function unknownIn(value: unknown, path: string, isKnown: (name: unknown) => boolean, inFunction = false): Unknown[] {
  if (typeof value === 'string') {
    return [...[...value.matchAll(PSEUDO_PARAMETER_IN_TEXT)].map(([, name]) => name), ...dynamicReferences(value)].map(name => [path, name]);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]): Unknown[] => {
    const unknown = FOREIGN_FUNCTIONS.includes(key) ? [key] : namesIn(key, inner).filter(name => !isKnown(name)).map(String);
    const isFunction = inFunction || key === 'Ref' || key.startsWith('Fn::');
    return unknown.length > 0 ? unknown.map(name => [path, name]) : unknownIn(inner, isFunction ? path : `${path}.${key}`, isKnown, isFunction);
  });
}

/** The names that a call refers to. */
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

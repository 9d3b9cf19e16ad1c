import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { DeployTimeHandlerOptions } from '../../lib/provider/deploy-time-handler-options';
import { DeployTimeResource, type DeployTimeResourceProps } from '../../lib/provider/deploy-time-resource';

export function stack(region?: string): Stack {
  return new Stack(new App(), 'Stack', { env: { region } });
}

/** A custom resource that calls something. */
export function resource(
  scope: Stack, id: string, provider?: DeployTimeHandlerOptions, props: Partial<DeployTimeResourceProps> = {},
): DeployTimeResource {
  return new DeployTimeResource(new Construct(scope, id), 'Resource', {
    resourceType: 'Custom::Call',
    properties: { Name: id },
    written: [],
    target: 'somebody',
    statements: [new iam.PolicyStatement({ actions: ['service:Call'], resources: ['arn:aws:service:::somebody'] })],
    workTime: 60,
    provider,
    ...props,
  });
}

/** A resource as the template has it. */
export interface TemplateResource {
  readonly Properties: Record<string, any>;
  readonly DependsOn?: string[];
  readonly DeletionPolicy?: string;
}

/** The resources of one type by logical id. */
export function found(scope: Stack, type: string): Record<string, TemplateResource> {
  return Template.fromStack(scope).findResources(type) as Record<string, TemplateResource>;
}

/** The only resource of one type. */
export function only(scope: Stack, type: string): TemplateResource {
  const all = Object.values(found(scope, type));
  expect(all).toHaveLength(1);
  return all[0];
}

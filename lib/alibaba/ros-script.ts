import { LONGEST_ARGUMENT } from '../constraints/alibaba-ros/template';
import { byteLength } from '../constraints/violation';

/** A template, and the stack that it is for. */
export interface DeployedTemplate {
  readonly file: string;
  readonly body: string;
  readonly stackName: string;

  /** Absent for the Region of the CLI profile. */
  readonly region?: string;
}

/**
 * The script that deploys a template with Alibaba Cloud CLI.
 *
 * An update may replace resources, because ROS cannot change a config of Function Compute in place.
 */
export function deployScript({ file, body, stackName, region }: DeployedTemplate): string {
  const where = region === undefined ? '' : ` --RegionId ${region}`;
  const template = byteLength(body) > LONGEST_ARGUMENT
    ? `--TemplateURL "\${TEMPLATE_URL:?upload ${file} to OSS and set TEMPLATE_URL to its address, because it is too large for a command}"`
    : `--TemplateBody "$(cat ${file})"`;
  const stack = '--StackId "${2:?pass the StackId that create printed}"';
  const commands = {
    validate: `aliyun ros ValidateTemplate${where} ${template}`,
    create: `aliyun ros CreateStack${where} --StackName ${stackName} --TimeoutInMinutes 60 ${template}`,
    update: `aliyun ros UpdateStack${where} ${stack} --ReplacementOption Enabled --TimeoutInMinutes 60 ${template}`,
    delete: `aliyun ros DeleteStack${where} ${stack}`,
  };
  return [
    '#!/bin/sh',
    `# Deploys ${file} by Alibaba Cloud CLI, aliyun.`,
    'set -eu',
    'cd "$(dirname "$0")"',
    'case "${1-}" in',
    ...Object.entries(commands).map(([name, command]) => `  ${name}) ${command} ;;`),
    '  *) echo "usage: sh $0 validate | create | update <StackId> | delete <StackId>" >&2; exit 2 ;;',
    'esac',
    '',
  ].join('\n');
}

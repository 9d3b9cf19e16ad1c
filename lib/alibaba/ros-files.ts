import type { Stack } from 'aws-cdk-lib';

/** The names of the files that a ROS stack writes into the cloud assembly. */
export function rosFiles({ artifactId }: Stack): { readonly template: string; readonly script: string } {
  return { template: `${artifactId}.ros.json`, script: `${artifactId}.ros.sh` };
}

import type { App, Stack } from 'aws-cdk-lib';
import { runModule } from './snippets';

/**
 * Runs a snippet that is a whole app with a `stack`, and synthesizes it as the CDK CLI does: with construct paths in the templates.
 *
 * @returns the folder of the cloud assembly
 */
export function synthesized(snippet: string): string {
  const environment = jest.replaceProperty(process, 'env', { ...process.env, CDK_CONTEXT_JSON: '{"aws:cdk:enable-path-metadata":true}' });
  try {
    const { stack } = runModule(`${snippet}\nexport { stack };`) as { stack: Stack };
    return (stack.node.root as App).synth().directory;
  } finally {
    environment.restore();
  }
}

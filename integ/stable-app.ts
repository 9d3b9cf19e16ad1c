import { App, Aspects, CfnResource } from 'aws-cdk-lib';
import * as flags from 'aws-cdk-lib/recommended-feature-flags.json';

/** An app whose snapshot has the same bytes wherever and whenever it is written. */
export function stableApp(): App {
  const app = new App({
    // Those of a new app.
    context: flags,
    postCliContext: {
      // Creation stacks would put the paths of this machine into the snapshot,
      'aws:cdk:disable-creation-stack-traces': true,
      // and analytics every method that was called on the way to the same template.
      '@aws-cdk/core:enableAdditionalMetadataCollection': false,
    },
  });
  // Each call is salted with the time, to be made again in a stack that is kept. These
  // stacks are destroyed after each run, and a snapshot is to be the same tomorrow.
  Aspects.of(app).add({
    visit(node) {
      if (CfnResource.isCfnResource(node) && node.cfnResourceType.startsWith('Custom::DeployAssert@')) {
        node.addPropertyOverride('salt', 'none');
      }
    },
  });
  return app;
}

import { join } from 'node:path';
import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { DeployTimeEvent, DeployTimeInvocation } from 'cdk-async-invoke';

/** Properties of `DatabaseMigration`. */
export interface DatabaseMigrationProps extends StackProps {
  /**
   * The version of the database schema: 0 to 3.
   *
   * @default 3
   */
  readonly schema?: number;
}

/**
 * A service that migrates its database before traffic moves to its new version.
 *
 * If the migration fails, the stack rolls back and the alias still points to the old version.
 */
export class DatabaseMigration extends Stack {
  constructor(scope: Construct, id: string, { schema = 3, ...props }: DatabaseMigrationProps = {}) {
    super(scope, id, props);
    const code = lambda.Code.fromAsset(join(__dirname, 'handlers'));
    const service = new lambda.Function(this, 'Service', {
      runtime: lambda.Runtime.NODEJS_22_X,
      code,
      handler: 'service.handler',
      environment: { SCHEMA: String(schema) },
    });
    const migration = new lambda.Function(this, 'Migration', {
      runtime: lambda.Runtime.NODEJS_22_X,
      code,
      handler: 'migrate.handler',
      timeout: Duration.minutes(5),
    });
    new DeployTimeInvocation(this, 'Migrate', {
      function: migration,
      payload: { schema },
      payloadOnDelete: { schema: 0 },
      invokeOn: [DeployTimeEvent.CREATE, DeployTimeEvent.UPDATE, DeployTimeEvent.DELETE],
      lifecycleKey: 'deployment',
      executeBefore: [service.addAlias('live')],
    });
  }
}

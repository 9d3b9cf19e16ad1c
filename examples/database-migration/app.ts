import { App } from 'aws-cdk-lib';
import { DatabaseMigration } from './database-migration';

const app = new App();
new DatabaseMigration(app, 'DatabaseMigration');
app.synth();

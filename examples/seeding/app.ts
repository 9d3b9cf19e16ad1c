import { App } from 'aws-cdk-lib';
import { Seeding } from './seeding';

const app = new App();
new Seeding(app, 'Seeding');
app.synth();

import { App } from 'aws-cdk-lib';
import { SmokeTest } from './smoke-test';

const app = new App();
new SmokeTest(app, 'SmokeTest');
app.synth();

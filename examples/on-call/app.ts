import { App } from 'aws-cdk-lib';
import { OnCall } from './on-call';

const app = new App();
new OnCall(app, 'OnCall');
app.synth();

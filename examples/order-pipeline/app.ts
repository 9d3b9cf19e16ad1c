import { App } from 'aws-cdk-lib';
import { OrderPipeline } from './order-pipeline';

const app = new App();
new OrderPipeline(app, 'OrderPipeline');
app.synth();

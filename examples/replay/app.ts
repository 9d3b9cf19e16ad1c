import { App } from 'aws-cdk-lib';
import { ReplayedOrders } from './replayed-orders';

const app = new App();
new ReplayedOrders(app, 'ReplayedOrders');
app.synth();

import { App } from 'aws-cdk-lib';
import { OrdersOnAlibabaCloud, OrdersOnAws } from './two-clouds';

const app = new App();
new OrdersOnAws(app, 'OrdersOnAws');
new OrdersOnAlibabaCloud(app, 'OrdersOnAlibabaCloud', { region: 'cn-hangzhou' });
app.synth();

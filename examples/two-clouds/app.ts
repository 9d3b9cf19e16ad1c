import { App } from 'aws-cdk-lib';
import { LiveOrdersOnAlibabaCloud, OrdersOnAlibabaCloud, OrdersOnAws } from './two-clouds';

const app = new App();
new OrdersOnAws(app, 'OrdersOnAws');
new OrdersOnAlibabaCloud(app, 'OrdersOnAlibabaCloud', { region: 'cn-hangzhou' });
new LiveOrdersOnAlibabaCloud(app, 'LiveOrdersOnAlibabaCloud', { account: '1234567890123456', region: 'cn-hangzhou' });
app.synth();

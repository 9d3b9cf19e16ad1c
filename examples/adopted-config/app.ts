import { App } from 'aws-cdk-lib';
import { OurTeam, TheirTeam } from './adopted-config';

const app = new App();
const theirs = new TheirTeam(app, 'TheirTeam');
// The stacks do not refer to each other. In this app, the other team's stack has to be deployed first.
new OurTeam(app, 'OurTeam').node.addDependency(theirs);
app.synth();

import { App } from 'aws-cdk-lib';
import { OurTeam, TheirTeam } from './adopted-config';

const app = new App();
const theirs = new TheirTeam(app, 'TheirTeam');
// The stacks know nothing of each other; only in this app, theirs has to be there first.
new OurTeam(app, 'OurTeam').node.addDependency(theirs);
app.synth();

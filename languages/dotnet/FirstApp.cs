using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.Lambda;
using CdkAsyncInvoke;

var app = new App();
var stack = new Stack(app, "Orders");

var orders = new AsyncFunction(stack, "TakeOrder", new AsyncFunctionProps {
    Runtime = Runtime.NODEJS_24_X,
    Handler = "index.handler",
    Code = Code.FromInline("exports.handler = async event => ({ taken: event.id });")
});

new Rule(stack, "OrderPlaced", new RuleProps {
    EventPattern = new EventPattern { Source = new [] { "shop.orders" } },
    Targets = new [] { new LambdaFunction(orders.Alias, new LambdaFunctionProps { DeadLetterQueue = orders.FailureQueue }) }
});
app.Synth();

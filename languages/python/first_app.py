from aws_cdk import App, Stack, aws_events as events, aws_events_targets as targets, aws_lambda as lambda_
from cdk_async_invoke import AsyncFunction

app = App()
stack = Stack(app, "Orders")

orders = AsyncFunction(
    stack, "TakeOrder",
    runtime=lambda_.Runtime.NODEJS_24_X,
    handler="index.handler",
    code=lambda_.Code.from_inline("exports.handler = async event => ({ taken: event.id });"),
)

events.Rule(
    stack, "OrderPlaced",
    event_pattern=events.EventPattern(source=["shop.orders"]),
    targets=[targets.LambdaFunction(orders.alias, dead_letter_queue=orders.failure_queue)],
)
app.synth()

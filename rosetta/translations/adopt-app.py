from cdk_async_invoke import mixins

Mixins.of(app).apply(mixins.FunctionFailureDestination(), mixins.FunctionAsyncAlarms())

using CdkAsyncInvoke.Mixins;

Amazon.CDK.Mixins.Of(app).Apply(new FunctionFailureDestination(), new FunctionAsyncAlarms());

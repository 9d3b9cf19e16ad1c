awscdk.Validations_Of(app).AddPlugins(cdkasyncinvoke.NewAsyncInvokeChecks(nil))

awscdk.Validations_Of(fn).Acknowledge(&awscdk.Acknowledgment{
	Id:     jsii.String("cdk-async-invoke:NoFailureDestination"),
	Reason: jsii.String("another queue keeps the orders"),
})

using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestFramework(typeof(InOrder))]

namespace FreedomCities.Api.Tests.Support;

/// <summary>
/// Starts collections in the order that <see cref="LongestFirst"/> gives. xunit's own runner hands all of them to a queue of one thread of
/// the pool, of which that thread takes the last and the others the first.
/// </summary>
public sealed class InOrder : XunitTestFramework
{
    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly) => new Executor(new XunitTestAssembly(assembly));

    private sealed class Executor(IXunitTestAssembly assembly) : XunitTestFrameworkExecutor(assembly)
    {
        public override async ValueTask RunTestCases(
            IReadOnlyCollection<IXunitTestCase> testCases,
            IMessageSink executionMessageSink,
            ITestFrameworkExecutionOptions executionOptions,
            CancellationToken cancellationToken) =>
            await new Runner().Run(TestAssembly, testCases, executionMessageSink, executionOptions, cancellationToken);
    }

    private sealed class Runner : XunitTestAssemblyRunner
    {
        protected override ValueTask<RunSummary> RunTestCollections(XunitTestAssemblyRunnerContext ctxt, Exception? exception)
        {
            SynchronizationContext.SetSynchronizationContext(new SynchronizationContext()); // whose queue is the pool's own
            try
            {
                return base.RunTestCollections(ctxt, exception);
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(null);
            }
        }
    }
}

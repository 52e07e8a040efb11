using System.Diagnostics;

namespace FreedomCities.Api.Tests.Support;

internal static class SqlStatements
{
    // Which it runs by itself, from time to time.
    private static readonly string[] OfTheService = ["listen content", "content_listener", "schema_migrations", "render_queue", "embedding"];

    /// <summary>How many are run against a service's database meanwhile.</summary>
    /// <param name="holding">Only those whose text has this.</param>
    public static async Task<int> Count(Service service, Func<Task> meanwhile, string holding = "")
    {
        var count = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("db.query.text") is string text
                    && !OfTheService.Any(own => text.Contains(own, StringComparison.Ordinal))
                    && text.Contains(holding, StringComparison.Ordinal)
                    && service.DatabaseName.Equals(activity.GetTagItem("db.namespace")))
                {
                    Interlocked.Increment(ref count);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await meanwhile();
        return count;
    }
}

namespace FreedomCities.Api.Telemetry;

/// <summary>
/// What spans and metrics may say: words of ours and of the framework's (a route's template, a status, a type's name), never a reader's.
/// A list of what is allowed, because a list of what isn't would miss what the next version of the framework adds.
/// </summary>
internal static class AllowedTags
{
    public static readonly string[] Allowed =
    [
        "http.request.method", "http.route", "http.response.status_code", "error.type", "network.protocol.version",
        "db.system.name", "db.response.status_code", "db.client.connection.state",
        "db.client.connection.pool.name", "result", "reason",
        "gc.heap.generation", "cpu.mode",
    ];
}

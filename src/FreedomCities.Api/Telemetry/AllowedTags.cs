namespace FreedomCities.Api.Telemetry;

/// <summary>
/// Tags that spans and metrics may have. Their values are ours or the framework's (a route template, a status, a type name), never a
/// reader's. An allow-list, because a deny-list would miss the tags that the next version of the framework adds.
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

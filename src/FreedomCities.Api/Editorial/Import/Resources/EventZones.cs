using FreedomCities.Api.Database;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>Refuses the time zones of events that the system of this program knows and the database server doesn't.</summary>
internal static class EventZones
{
    private const string UnknownSql = """
        select zone
        from unnest(@Zones) as zone
        where zone not in (select name from pg_timezone_names)
        """;

    public static async Task EnsureKnown(ImportContext context, ResourcesFile file)
    {
        var events = ResourcesFileValidator.All(file.Resources).Where(r => r.EventZone is not null)
            .ToLookup(r => r.EventZone!, StringComparer.Ordinal);
        var zones = events.Select(e => e.Key).ToArray();
        if (zones.Length == 0)
        {
            return; // pg_timezone_names reads hundreds of files
        }

        var unknown = await context.Connection.Query<string>(UnknownSql, new { Zones = zones }, context.Ct);
        if (unknown.Length > 0)
        {
            throw new ImportException([.. unknown.SelectMany(zone => events[zone], (zone, r) =>
                $"{context.File.Name}: eventZone: must be a time zone that the database server knows ({r.Slug}: \"{zone}\")")]);
        }
    }
}

using FreedomCities.Api.Database;

namespace FreedomCities.Api.Editorial.Import.Resources;

/// <summary>Refuses time zones that the system of this program knows and the database server doesn't: its queries would fail.</summary>
internal static class KnownZones
{
    private const string UnknownSql = """
        select zone
        from unnest(@Zones) as zone
        where zone not in (select name from pg_timezone_names)
        """;

    /// <param name="member">Of the file, as the message names it.</param>
    /// <param name="stated">Slugs of records with the zone that each states.</param>
    public static async Task Ensure(ImportContext context, string member, IEnumerable<(string Slug, string? Zone)> stated)
    {
        var slugs = stated.Where(r => r.Zone is not null).ToLookup(r => r.Zone!, r => r.Slug, StringComparer.Ordinal);
        if (slugs.Count == 0)
        {
            return; // pg_timezone_names reads hundreds of files
        }

        var zones = slugs.Select(s => s.Key).ToArray();
        var unknown = await context.Connection.Query<string>(UnknownSql, new { Zones = zones }, context.Ct);
        if (unknown.Length > 0)
        {
            throw new ImportException([.. unknown.SelectMany(zone => slugs[zone], (zone, slug) =>
                $"{context.File.Name}: {member}: must be a time zone that the database server knows ({slug}: \"{zone}\")")]);
        }
    }
}

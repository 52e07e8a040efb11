using System.Data;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Delivery.Locate.Places;
using FreedomCities.Api.Http.Requests;
using Npgsql;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>A match, and the distance of the nearest matching office.</summary>
/// <param name="Tier">From 1; 0: an office in another state.</param>
internal sealed record Match(Contact Contact, int Tier, double? Distance, double? NearestOffice, string? LocatedBy);

/// <summary>What a client asks for, with the languages to serve and the time of the answer.</summary>
internal sealed record Lookup(LocateRequest Request, Place Place, Languages Languages, DateTimeOffset Now)
{
    public int Limit => Request.Limit ?? LocateRequest.DefaultLimit;
}

internal sealed class LocateQueries(ReadConnections database)
{
    /// <summary>Nearer offices in other states: so many, and so far away.</summary>
    public const int MaxNearer = 3;

    public const double MaxNearerKm = 200;

    // Always compare at least 50 candidates when naming the nearest office.
    private const int Compared = 50;

    private const string NearestSql = $"""
        with found as materialized (
          select
            n.contact_id,
            min(n.rank) as way,
            min(n.distance) as distance,
            min(n.located_by) as located_by,
            min(min(n.distance) filter (where not n.is_person)) over () as nearest_office
          from nearest_contacts(@Kinds, @Codes, @Latitude, @Longitude, greatest(@Most, @Compared), @Spoken, @OpenAt) n
          group by n.contact_id
          order by min(n.rank), min(n.distance), bool_or(n.is_person), n.contact_id
          limit @Most
        ),
        nearer as materialized (
          select o.contact_id, o.distance, o.located_by
          from nearer_offices(@Kinds, @Codes, @State, @Latitude, @Longitude, @Km, @MostNearer, @Spoken, @OpenAt) o
          where @MostNearer > 0
        )
        select d.document, d.language, null as cursor_key, s.way, s.distance, s.nearest_office, s.located_by
        from (
          select found.contact_id as record_id, found.way, found.distance, found.nearest_office, found.located_by, first.kind
          from found
          join served first on first.record_id = found.contact_id and first.is_first
          union all
          select nearer.contact_id, 0, nearer.distance, null, nearer.located_by, 'office'
          from nearer
        ) s
        {ServedQueries.Best}
        order by s.way = 0, s.way, s.distance, s.kind, s.record_id
        """;

    /// <summary>
    /// Returns the nearest contacts, tier by tier, until there are enough; then offices in other states that are nearer than each office of
    /// the tiers, nearest first.
    /// </summary>
    /// <param name="ways">Kinds and codes as in the table contact_reach, best tier first.</param>
    public Task<Match[]> FindNearest((string Kind, string? Code)[] ways, Lookup lookup, int most, int mostNearer, CancellationToken ct)
    {
        var parameters = new
        {
            Kinds = ways.Select(w => w.Kind).ToArray(),
            Codes = ways.Select(w => w.Code).ToArray(),
            lookup.Place.State,
            lookup.Place.Latitude,
            lookup.Place.Longitude,
            Km = MaxNearerKm,
            Most = most,
            MostNearer = mostNearer,
            Compared,
            Spoken = lookup.Request.Languages?.Items,
            OpenAt = lookup.Request.Open is null ? (DateTimeOffset?)null : lookup.Now,
            Languages = lookup.Languages.Candidates,
        };
        return database.Use(
            (connection, end) => connection.QueryWithGenericPlan(NearestSql, parameters, row => ReadMatch(row, lookup.Languages), end), ct);
    }

    private static Match ReadMatch(NpgsqlDataReader row, Languages languages) => new(
        ServedQueries.Read(row, languages).Read<Contact>(),
        row.GetInt32("way"),
        row["distance"] as double?,
        row["nearest_office"] as double?,
        row["located_by"] as string);
}

using System.Data;
using FreedomCities.Api.Content.Contacts;
using FreedomCities.Api.Content.Served;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Requests;
using Npgsql;

namespace FreedomCities.Api.Delivery.Locate;

/// <summary>A match: its tier, its distance, and the distance of the nearest matching office.</summary>
internal sealed record Match(Contact Contact, int Tier, double? Distance, double? NearestOffice);

internal sealed class LocateQueries(ReadConnections database)
{
    // Always compare at least 50 candidates when naming the nearest office.
    private const int Compared = 50;

    private const string PostalCodeSql = """
        select code as postal_code, city, state, county_fips as county, county as county_name, latitude, longitude
        from postal_code
        where code = @Code
        """;

    // Mean of the points on the sphere: Alaska crosses the date line.
    private const string Middle = """
        degrees(atan2(
          avg(sin(radians(latitude))),
          sqrt(
            power(avg(cos(radians(latitude)) * cos(radians(longitude))), 2)
              + power(avg(cos(radians(latitude)) * sin(radians(longitude))), 2))
        )) as latitude,
        degrees(atan2(
          avg(cos(radians(latitude)) * sin(radians(longitude))),
          avg(cos(radians(latitude)) * cos(radians(longitude)))
        )) as longitude
        """;

    private const string CountySql = $"""
        select null as postal_code, null as city, min(state) as state, county_fips as county, min(county) as county_name, {Middle}
        from postal_code
        where county_fips = @County
        group by county_fips
        """;

    private const string StateSql = $"""
        select null as postal_code, null as city, state, null as county, null as county_name, {Middle}
        from postal_code
        where state = @State
        group by state
        """;

    // The box contains the 100 km circle: one degree of latitude, and the same length in longitude.
    private const string PointSql = """
        select null as postal_code, p.city, p.state, p.county_fips as county, p.county as county_name, @Lat as latitude, @Lon as longitude
        from postal_code p
        cross join lateral (select distance_km(@Lat, @Lon, p.latitude, p.longitude)) as d (km)
        where p.latitude between @Lat - 1 and @Lat + 1
          and p.longitude between @Lon - 1 / greatest(cos(radians(@Lat)), 0.01) and @Lon + 1 / greatest(cos(radians(@Lat)), 0.01)
          and d.km <= 100
        order by d.km, p.code
        limit 1
        """;

    private const string NearestSql = $"""
        with found as materialized (
          select
            n.contact_id,
            min(n.rank) as way,
            min(n.distance) as distance,
            min(min(n.distance) filter (where not n.is_person)) over () as nearest_office
          from nearest_contacts(@Kinds, @Codes, @Latitude, @Longitude, greatest(@Most, @Compared)) n
          group by n.contact_id
          order by min(n.rank), min(n.distance), bool_or(n.is_person), n.contact_id
          limit @Most
        )
        select d.document, d.language, null as cursor_key, s.way, s.distance, s.nearest_office
        from (
          select found.contact_id as record_id, found.way, found.distance, found.nearest_office, first.kind
          from found
          join served first on first.record_id = found.contact_id and first.is_first
        ) s
        {ServedQueries.Best}
        order by s.way, s.distance, s.kind, s.record_id
        """;

    /// <summary>Finds the requested place. Null: unknown.</summary>
    public Task<Place?> Find(LocateRequest request, CancellationToken ct) => request switch
    {
        { PostalCode: { } code } => database.QueryFirst<Place>(PostalCodeSql, new { Code = code.Text[..5] }, ct),
        { County: { } county } => database.QueryFirst<Place>(CountySql, new { County = county.Text }, ct),
        { State: { } state } => database.QueryFirst<Place>(StateSql, new { State = state.Text }, ct),
        _ => database.QueryFirst<Place>(PointSql, new { request.Lat, request.Lon }, ct),
    };

    /// <summary>Returns the nearest contacts, tier by tier, until there are enough.</summary>
    /// <param name="ways">Kinds and codes as in the table contact_reach, best tier first.</param>
    public Task<Match[]> Nearest((string Kind, string? Code)[] ways, Place from, int most, Languages languages, CancellationToken ct)
    {
        var parameters = new
        {
            Kinds = ways.Select(w => w.Kind).ToArray(),
            Codes = ways.Select(w => w.Code).ToArray(),
            from.Latitude,
            from.Longitude,
            Most = most,
            Compared,
            Languages = languages.Candidates,
        };
        return database.Use(
            (connection, end) => connection.QueryWithGenericPlan(NearestSql, parameters, row => ReadMatch(row, languages), end), ct);
    }

    private static Match ReadMatch(NpgsqlDataReader row, Languages languages) => new(
        ServedQueries.Read(row, languages).Read<Contact>(),
        row.GetInt32("way"),
        row["distance"] as double?,
        row["nearest_office"] as double?);
}

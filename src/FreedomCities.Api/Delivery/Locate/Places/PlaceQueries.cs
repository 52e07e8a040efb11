using FreedomCities.Api.Database.Reads;

namespace FreedomCities.Api.Delivery.Locate.Places;

internal sealed class PlaceQueries(ReadConnections database)
{
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
        select null as postal_code, p.city, p.state, p.county_fips as county, p.county as county_name, @Lat as latitude, @Lon as longitude,
          true as is_point
        from postal_code p
        cross join lateral (select distance_km(@Lat, @Lon, p.latitude, p.longitude)) as d (km)
        where p.latitude between @Lat - 1 and @Lat + 1
          and p.longitude between @Lon - 1 / greatest(cos(radians(@Lat)), 0.01) and @Lon + 1 / greatest(cos(radians(@Lat)), 0.01)
          and d.km <= 100
        order by d.km, p.code
        limit 1
        """;

    /// <summary>Finds the requested place. Null: unknown.</summary>
    public Task<Place?> Find(LocateRequest request, CancellationToken ct) => request switch
    {
        { PostalCode: { } code } => database.QueryFirst<Place>(PostalCodeSql, new { Code = code.Text[..5] }, ct),
        { County: { } county } => database.QueryFirst<Place>(CountySql, new { County = county.Text }, ct),
        { State: { } state } => database.QueryFirst<Place>(StateSql, new { State = state.Text }, ct),
        _ => database.QueryFirst<Place>(PointSql, new { request.Lat, request.Lon }, ct),
    };
}

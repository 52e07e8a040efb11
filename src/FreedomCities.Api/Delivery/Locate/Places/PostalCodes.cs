using System.Globalization;
using Dapper;
using Npgsql;

namespace FreedomCities.Api.Delivery.Locate.Places;

/// <summary>Fills the table postal_code from the embedded file, if it is empty.</summary>
internal static class PostalCodes
{
    // Serialises concurrent runs: the second one finds the table filled.
    private const string LockSql = "lock table postal_code in share row exclusive mode";
    private const string IsEmptySql = "select not exists (select from postal_code)";
    // Contacts without coordinates stand at their postal code.
    private const string PlaceContactsSql = """
        delete from contact_reach;
        insert into contact_reach (contact_id, kind, code, is_person, latitude, longitude, state, located_by)
        select contact_id, kind, code, is_person, latitude, longitude, state, located_by
        from contact_reach_made;
        """;

    private const string CopySql =
        "copy postal_code (code, city, state, county, county_fips, latitude, longitude) from stdin (format binary)";

    public static async Task Load(string ownerConnectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new(LockSql, cancellationToken: ct));
        if (await connection.ExecuteScalarAsync<bool>(new(IsEmptySql, cancellationToken: ct)))
        {
            await Copy(connection, ct);
            await connection.ExecuteAsync(new(PlaceContactsSql, cancellationToken: ct));
        }

        await transaction.CommitAsync(ct);
    }

    private static async Task Copy(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(CopySql, ct);
        foreach (var line in EmbeddedFiles.Text("seed/us-postal-codes.tsv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var fields = line.Split('\t');
            var (latitude, longitude) = (
                double.Parse(fields[5], CultureInfo.InvariantCulture),
                double.Parse(fields[6], CultureInfo.InvariantCulture));
            await copy.WriteRowAsync(ct, fields[0], fields[1], fields[2], fields[3], fields[4], latitude, longitude);
        }

        await copy.CompleteAsync(ct);
    }
}

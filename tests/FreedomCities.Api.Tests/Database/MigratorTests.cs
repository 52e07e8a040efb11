using Dapper;
using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Tests.Database;

public sealed class MigratorTests(TestCluster cluster)
{
    /// <summary>Everything that the migrations make: relations, columns, constraints, indexes, functions, comments, privileges.</summary>
    private const string SchemaSql = """
        select string_agg(line, E'\n' order by line)
        from (
          select concat_ws(' ', 'relation', relkind, relname, array(select unnest(relacl)::text order by 1), obj_description(c.oid, 'pg_class')) as line
          from pg_class c where relnamespace = 'public'::regnamespace
          union all
          select concat_ws(' ', 'column', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid), col_description(attrelid, attnum))
          from pg_attribute a join pg_class c on c.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
          where relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
          union all
          select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
          union all
          select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname = 'public'
          union all
          select concat_ws(' ', 'function', pg_get_functiondef(oid), obj_description(oid, 'pg_proc')) from pg_proc where pronamespace = 'public'::regnamespace
        ) schema
        """;

    [Fact]
    public async Task TwoProcessesAtOnce_ApplyEachMigrationOnce()
    {
        await using var server = await cluster.Clone("empty");
        (string, string)[] environment =
        [
            ("ConnectionStrings__FreedomCities", server.App),
            ("ConnectionStrings__FreedomCitiesOwner", server.Owner),
        ];

        var runs = await Task.WhenAll(ProgramProcess.Run(0, ["migrate"], environment), ProgramProcess.Run(0, ["migrate"], environment));

        var versions = string.Join(", ", Migrator.All.Select(m => m.Version));
        Assert.Equal([$"Migrated: {versions}.", "Nothing to migrate."], runs.Select(r => r.Output.Trim()).Order(StringComparer.Ordinal));
        await using var connection = new NpgsqlConnection(server.Owner);
        Assert.Equal(40_977, await connection.ExecuteScalarAsync<int>("select count(*) from postal_code"));
        Assert.Equal("Doña Ana", await connection.ExecuteScalarAsync<string>("select county from postal_code where code = '88001'"));
    }

    [Fact]
    public async Task Lock_IsGoneWithTheRunThatTookIt()
    {
        await using var server = await cluster.Clone("empty");
        var pooled = new NpgsqlConnectionStringBuilder(server.Owner) { Pooling = true }.ConnectionString;

        await Migrator.Migrate(pooled, CancellationToken.None);

        Assert.Empty(await Migrator.Migrate(server.Owner, new CancellationTokenSource(TimeSpan.FromSeconds(10)).Token));
    }

    [Fact]
    public async Task DownThenUp_LeavesTheSameSchema()
    {
        await using var server = await cluster.Clone(TestCluster.Migrated);
        await using var connection = new NpgsqlConnection(server.Owner);
        var before = await connection.ExecuteScalarAsync<string>(SchemaSql);

        foreach (var migration in Migrator.All.Reverse())
        {
            await connection.ExecuteAsync(migration.Down);
            await connection.ExecuteAsync("delete from schema_migrations where version = @Version", new { migration.Version });
        }

        Assert.Equal(
            ["schema_migrations"],
            await connection.QueryAsync<string>("select tablename from pg_tables where schemaname = 'public'"));
        Assert.Equal(Migrator.All.Select(m => m.Version), await Migrator.Migrate(server.Owner, CancellationToken.None));
        Assert.Equal(before, await connection.ExecuteScalarAsync<string>(SchemaSql));
    }

    [Fact]
    public void Migrations_AreNamedAsDbmateDoesAndHaveUpAndDown()
    {
        Assert.NotEmpty(Migrator.All);
        Assert.All(EmbeddedFiles.ListNames("migrations"), n => Assert.Matches(@"^migrations/\d{14}_[a-z0-9_]+\.sql$", n));
        Assert.All(Migrator.All, m =>
        {
            Assert.StartsWith("-- migrate:up\n", m.Up, StringComparison.Ordinal);
            Assert.StartsWith("-- migrate:down\n", m.Down, StringComparison.Ordinal);
            Assert.Contains(";", m.Down, StringComparison.Ordinal);
        });
    }
}

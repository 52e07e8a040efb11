using FreedomCities.Api.Database.Embedded;

namespace FreedomCities.Api.Tests.Database.Embedded;

/// <summary>An embedded database whose schema this program doesn't know: an older one is moved aside, a newer one is refused.</summary>
[Collection<ProcessTests>]
public sealed class OlderSchemaTests(PreparedFolder prepared)
{
    private const string Older = SchemaVersionsTests.Older;
    private const string Newer = SchemaVersionsTests.Newer;

    [Fact]
    public async Task OlderDatabase_IsMovedAsideAndANewOneIsServed()
    {
        await using var folder = await prepared.Copy();
        var database = await Change(
            folder,
            $"delete from schema_migrations; insert into schema_migrations values ('{Older}'); delete from faq_topic");

        await using var service = ProgramProcess.Serve(folder.Path);
        Assert.Equal(prepared.Questions, await service.Questions("?topic=freedom-cities"));
        await service.Stop();

        var aside = Assert.Single(Directory.GetDirectories(folder.Path, "postgres-*"));
        Assert.Matches(@"/postgres-older-schema-\d{8}T\d{6}Z\z", aside);
        Assert.Equal(
            $"The database in {folder.Path} had the schema of an older version (migration {Older}): it was moved to {aside}, and a new "
                + $"one is created.",
            service.Errors.Trim());
        Assert.True(Directory.Exists(Path.Combine(aside, "base", database)));
        Assert.False(folder.ServerLives);

        var migrate = await ProgramProcess.Run(0, ["migrate", "--data", folder.Path]);
        Assert.Equal(("Nothing to migrate.", ""), (migrate.Output.Trim(), migrate.Errors.Trim()));
    }

    [Fact]
    public async Task OlderDatabaseThatAnotherProcessUses_StaysAsItIs()
    {
        await using var folder = await prepared.Copy();
        await Change(folder, $"delete from schema_migrations; insert into schema_migrations values ('{Older}')");

        await using (FolderLock.Use(folder.Path))
        {
            Assert.Equal(
                $"Another process uses the database in {folder.Path}, which has the schema of an older version (migration {Older}): "
                    + $"end it, then try again.",
                (await ProgramProcess.Fail(["migrate", "--data", folder.Path])).Trim());
        }

        Assert.Empty(Directory.GetDirectories(folder.Path, "postgres-*"));
    }

    [Theory]
    [InlineData]
    [InlineData("migrate")]
    public async Task NewerDatabase_IsRefusedAndStaysAsItIs(params string[] command)
    {
        await using var folder = await prepared.Copy();
        await Change(folder, $"insert into schema_migrations values ('{Newer}')");

        var errors = await ProgramProcess.Fail([.. command, "--data", folder.Path]);

        Assert.Equal(
            $"The database in {folder.Path} has a migration of a newer version ({Newer}): run that version, or choose another folder "
                + $"with --data.",
            errors.Trim());
        Assert.Empty(Directory.GetDirectories(folder.Path, "postgres-*"));
        Assert.False(folder.ServerLives);
    }

    /// <summary>Runs SQL in the stopped cluster of a folder.</summary>
    /// <returns>The name of the database's own folder.</returns>
    private static async Task<string> Change(DataFolder folder, string sql)
    {
        await using var postgres = await EmbeddedPostgres.Start(folder.Path, binaries: null, TextWriter.Null, CancellationToken.None);
        await folder.Ask<object>(sql);
        return (await folder.Ask<string>("select oid::text from pg_database where datname = 'freedomcities'"))!;
    }
}

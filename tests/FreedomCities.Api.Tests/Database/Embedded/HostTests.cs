using System.Net;
using System.Text.Json;
using FreedomCities.Api.Editorial.Import;
using Npgsql;

namespace FreedomCities.Api.Tests.Database.Embedded;

/// <summary>
/// The service with its embedded database on hosts that are set up otherwise: it serves list, entry and search, shows a publication at
/// once,
/// and ends well.
/// </summary>
[Collection<ProcessTests>]
public sealed class HostTests(PreparedFolder prepared)
{
    private static readonly (string, string)[] Hostile =
    [
        ("PGHOST", "192.0.2.1"), ("PGHOSTADDR", "192.0.2.1"), ("PGPORT", "1"), ("PGDATA", "/nowhere"), ("PGUSER", "nobody"),
        ("PGDATABASE", "nothing"),
        ("PGPASSWORD", "x"), ("PGPASSFILE", "/nowhere"), ("PGSERVICE", "none"), ("PGSERVICEFILE", "/nowhere"),
        ("PGOPTIONS", "-c nonsense=1"),
        ("PGSSLMODE", "verify-full"), ("PGSSLCERT", "/nowhere"), ("PGSSLKEY", "/nowhere"), ("PGSSLROOTCERT", "/nowhere"),
        ("PGREQUIREAUTH", "nonsense"),
        ("PGGSSENCMODE", "require"), ("PGCLIENTENCODING", "SQL_ASCII"), ("PGTZ", "Nowhere/None"), ("PGDATESTYLE", "nonsense"),
        ("PGAPPNAME", "'\n"),
        ("PGTARGETSESSIONATTRS", "standby"), ("PGSSLNEGOTIATION", "direct"), ("PGCONNECT_TIMEOUT", "0"), ("PG_COLOR", "always"),
    ];

    [Fact]
    public Task VariablesOfAnotherServerAndAnOddPlace_ChangeNothing() =>
        Serves([], [.. Hostile, .. Place("Pacific/Chatham", "tr_TR.UTF-8")]);

    [Fact]
    public async Task UserWithoutAHomeOnAReadOnlyRoot_IsServed() =>
        await Serves([.. await ReadOnlyRoot(), .. Unprivileged(), "env", "-u", "HOME"], []);

    [Theory(Explicit = true)]
    [InlineData("PGOPTIONS", "-c nonsense=1")]
    [InlineData("PGCLIENTENCODING", "nonsense")]
    [InlineData("PGTARGETSESSIONATTRS", "nonsense")]
    [InlineData("PGTZ", "Nowhere/None")]
    [InlineData("PGSSLCERT", "/nowhere")]
    [InlineData("PGPASSFILE", "/dev/zero")]
    [InlineData("PGHOST", "192.0.2.1")]
    [InlineData("PGPORT", "1")]
    [InlineData("PGDATA", "/nowhere")]
    public Task EachVariable_ChangesNothing(string name, string value) => Serves([], [(name, value)]);

    [Theory(Explicit = true)]
    [InlineData("Pacific/Chatham", "ar_SA.UTF-8")]
    [InlineData("Nowhere/None", "xx_YY.nonsense")]
    [InlineData("", "C")]
    public Task EachPlace_ChangesNothing(string zone, string language) => Serves([], Place(zone, language));

    // The service is asked from within the network.
    [Theory]
    [InlineData("http://*:5000")]
    [InlineData("http://localhost:5000", Explicit = true)]
    public async Task NetworkWithoutIpv6_IsServed(string address)
    {
        RequiredPrograms.Program("ip", "/usr/sbin/ip");
        RequiredPrograms.Program("curl");
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root makes a network without IPv6: NOT TESTED.");
        await using var folder = await prepared.Copy();
        const string script = """
            ip link set lo up && echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6 || exit 1
            dotnet "$1" --urls "$3" --data "$2" & trap "kill $!" EXIT
            until curl -sf http://127.0.0.1:5000/health/ready; do kill -0 $! || exit 1; sleep 0.2; done
            for path in faqs "faqs/$4" "search?q=sanctuary"; do curl -sf "http://127.0.0.1:5000/v1/$path" >/dev/null || exit 1; done
            dotnet "$1" withdraw "$4" --reason error --data "$2" || exit 1
            until [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:5000/v1/faqs/$4")" = 410 ]; do kill -0 $! || exit 1; sleep 0.2; done
            trap - EXIT
            kill $! && wait $!
            """;
        var program = Path.Combine(AppContext.BaseDirectory, "FreedomCities.Api.dll");
        await Programs.Run(
            "unshare", "", "--net", "sh", "-c", script, "sh", program, folder.Path, address, "how-do-i-get-more-information");
    }

    private async Task Serves(string[] through, (string, string)[] environment)
    {
        await using var folder = await prepared.Copy();
        through = [.. through.Select(word => word.Replace("DATA", folder.Path, StringComparison.Ordinal))];
        await using var service = ProgramProcess.StartThrough(
            [.. through, "dotnet"],
            [
                "--urls",
                "http://127.0.0.1:0",
                "--data",
                folder.Path,
            ], [("DeadlineSeconds", Service.Patience), ("GraceSeconds", "0"), .. environment]);
        Assert.Equal(prepared.Questions, await service.Questions());
        using var http = await service.Http();
        await Eventually.Is(async () => (await http.GetAsync("/health/ready")).IsSuccessStatusCode, "ready");
        var faqs = JsonElement.Parse(await http.GetStringAsync("/v1/faqs?limit=1"));
        var slug = faqs.GetProperty("items")[0].GetProperty("slug").GetString();
        Assert.Equal(slug, JsonElement.Parse(await http.GetStringAsync("/v1/faqs/" + slug)).GetProperty("slug").GetString());
        Assert.NotEmpty(JsonElement.Parse(await http.GetStringAsync("/v1/search?q=SANCTUARY%20CITIES"))
            .GetProperty("items")
            .EnumerateArray());

        await using (var database =
            NpgsqlDataSource.Create($"Host={folder.Cluster};Username=freedomcities_app;Database=freedomcities;Pooling=false"))
        {
            var document = new ImportFile("new.md", "# New FAQ\n\n## Is INSIDE İstanbul new?\n\nYes.\n"u8.ToArray());
            await new Importer(database, TimeProvider.System).Import(
                [(document, new ImportOptions())],
                dryRun: false,
                CancellationToken.None);
        }

        await Eventually.Is(
            async () => (await http.GetAsync("/v1/faqs/is-inside-istanbul-new")).StatusCode == HttpStatusCode.OK,
            "the publication is visible");
        await service.Stop();
        Assert.False(folder.ServerLives);
    }

    private static (string, string)[] Place(string zone, string language) =>
        [("TZ", zone), ("LANG", language), ("LC_ALL", language), ("LANGUAGE", language)];

    private static string[] Unprivileged() =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"] : [];

    /// <summary>
    /// Nothing may be written but the data folder; TMPDIR isn't there either. Where that isn't allowed, the root stays as it is.
    /// </summary>
    private static async Task<string[]> ReadOnlyRoot()
    {
        const string script = """mount --make-rprivate / && mount --bind "$0" "$0" && mount -o remount,bind,ro / && exec "$@" """;
        return Environment.IsPrivilegedProcess && await DataFolder.Execute("unshare", "--mount", "true") == 0
            ? ["unshare", "--mount", "sh", "-c", script, "DATA", "env", "TMPDIR=/nowhere"]
            : ["env"];
    }
}

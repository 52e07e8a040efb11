using System.Diagnostics;
using System.Net;
using System.Text;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Editorial.Import;
using Npgsql;

namespace FreedomCities.Api.Tests.Editorial.Publishing;

/// <summary>A contact that is erased leaves its slug, and nothing else.</summary>
public sealed class PurgeTests(EmptyService service) : RestoredDatabase<EmptyService>(service)
{
    private const string Contacts = """
        {
          "affiliates": [{ "slug": "an-affiliate", "name": "An affiliate" }],
          "contacts": [
            {
              "slug": "an-office", "kind": "office", "name": "An office", "affiliate": "an-affiliate", "email": "office@example.org",
              "phones": [{ "number": "+15055550100" }], "source": { "title": "A list" }
            },
            {
              "slug": "a-person", "kind": "person", "name": "NAME", "office": "an-office", "role": "Zookeeper",
              "description": "Zealous in zoology.", "email": "zerafina@example.org",
              "phones": [
                { "number": "+15055550123", "description": "After zenith" }, { "number": "+15055550100", "extension": "7" }
              ],
              "address": { "street": "1 Zigzag Lane", "locality": "Zuni" },
              "serves": [{ "kind": "county", "code": "35031", "name": "Zmckinley" }],
              "hours": { "text": "At zero hour" }, "source": { "title": "Interview with Zerafina Quill" }
            }
          ]
        }
        """;

    // Its facts in each form that is stored.
    private static readonly string[] Facts =
    [
        "Zerafina", "Quill", "zerafina@example.org", "5055550123", "555-0123", "Zookeeper", "zoology", "zenith", "Zigzag", "Zuni", "Zmckinley",
        "zero hour",
    ];

    private const string TablesSql = """
        select string_agg(query_to_xml(format('select * from %I.%I', n.nspname, c.relname), true, false, '')::text, '')
        from pg_class c
        join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'saved')
          and c.relkind in ('r', 'm')
        """;

    private const string SamplesSql = "select string_agg(s::text, '') from pg_stats s where s.schemaname = 'public'";

    private const string HashesSql = """
        select v.content_hash from revision v join record r on r.id = v.record_id where r.slug in ('a-person', 'zq')
        """;

    [Fact]
    public async Task ErasedContact_LeavesNoByteButItsSlug()
    {
        await ImportContacts("Zerafina");
        await ImportContacts("Zerafina Quill");
        await Service.Withdraw("a-person", "error", "an-office");
        await Service.Publish("a-person");
        await Service.Rename("a-person", "zq");
        await Service.Cluster.Superuser(Service.DatabaseName, "vacuum analyze");
        await Service.Finds("Zerafina", found => found is ["zq"]);
        var hashes = await Service.Database.Query<string>(HashesSql, new { }, CancellationToken.None);
        var before = await Tables();
        Assert.All(Facts, fact => Assert.Contains(fact, before, StringComparison.Ordinal));
        Assert.Contains("Zerafina", await Samples(), StringComparison.Ordinal);
        var cursor = await Service.Cursor();

        await Service.Purge("a-person"); // its former slug

        Assert.Equal(["delete contact/zq en 3 major"], await Service.Lines(cursor));
        await Service.Finds("Zerafina", found => found is []);
        var left = new StringBuilder(await Tables()).Append(await Samples()).Append(await Dump());
        foreach (var path in new[] { "snapshot", "changes?include=record&limit=1000", "contacts", "contacts/an-office" })
        {
            using var response = await Service.Get("/v1/" + path);
            left.Append(await response.Content.ReadAsStringAsync());
        }

        var text = left.ToString();
        Assert.All([.. Facts, .. hashes], fact => Assert.DoesNotContain(fact, text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("An office", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErasedContact_IsGoneForEver()
    {
        await ImportContacts("Zerafina Quill");

        await Service.Purge("a-person");

        var problem = await Service.Json("/v1/contacts/a-person", HttpStatusCode.Gone);
        Assert.Equal("erased", problem.Text("reason"));
        foreach (var act in new Func<Task>[]
        {
            () => Service.Purge("a-person"), () => Service.Publish("a-person"), () => Service.Rename("a-person", "another"),
            () => Service.Withdraw("a-person"), () => Service.Withdraw("an-office", replacedBy: "a-person"),
        })
        {
            await Service.Refuses(act, "The contact 'a-person' is erased already: only its slug is left.");
        }

        await Service.Refuses(() => Service.Rename("an-office", "a-person"), "'a-person' is or was the slug of another contact.");
        foreach (var language in new[] { "en", "es" })
        {
            await Service.Refuses(
                "contacts.json", Encoding.UTF8.GetBytes(Contacts), "the contact 'a-person' is erased. Remove it from the file.",
                new ImportOptions { Language = language });
        }
    }

    [Fact]
    public async Task WithdrawnContact_IsErased()
    {
        await ImportContacts("Zerafina Quill");
        await Service.Withdraw("a-person", "merged", "an-office");

        await Service.Purge("a-person");

        Assert.DoesNotContain("Zerafina", await Tables(), StringComparison.Ordinal);
        Assert.Equal("erased", (await Service.Json("/v1/contacts/a-person", HttpStatusCode.Gone)).Text("reason"));
        var delete = (await Service.Changes()).Items.Last(c => c.Text("slug") == "a-person");
        Assert.Equal(("delete", "erased", null), (delete.Text("action"), delete.Text("reason"), delete.GetProperty("replacedBy").GetString()));
    }

    [Theory]
    [InlineData("Ask zerafina  quill.")]
    [InlineData("Write to ZERAFINA@example.org.")]
    [InlineData("Call 505.555.0123 now.")]
    [InlineData("[Call](tel:+1-505-555-0123)")]
    [InlineData("Call (505) 555-0100, ext. 7.")]
    public async Task ContactThatAnAnswerShows_IsRefused(string answer)
    {
        await ImportContacts("Zerafina Quill");
        await Service.Given.Faq("an-answer", answer: answer);
        await Service.Given.Faq("a-draft", answer: answer, status: "draft");

        await Service.Refuses(() => Service.Purge("a-person"), "Change them first:\nfaq a-draft (en)\nfaq an-answer (en)");
    }

    [Fact]
    public async Task ContactThatAnAnswerIsLinkedTo_IsRefused()
    {
        await ImportContacts("Zerafina Quill");
        await Service.Given.Faq("an-answer", contacts: ["a-person"]);

        await Service.Refuses(() => Service.Purge("a-person"), "faq an-answer (en)");
    }

    [Theory]
    [InlineData("Call (505) 555-0100.")] // the office's
    [InlineData("Ask the Quillers, 1505555012345 of them.")]
    public async Task AnswerWithOtherFacts_IsNoTrace(string answer)
    {
        await ImportContacts("Zerafina Quill");
        await Service.Given.Faq("an-answer", answer: answer);

        await Service.Purge("a-person");

        await Service.Json("/v1/contacts/a-person", HttpStatusCode.Gone);
    }

    [Fact]
    public async Task ContactsThatCannotBeErased_AreRefusedInWords()
    {
        await ImportContacts("Zerafina Quill");
        await Service.Given.Faq("an-answer");

        await Service.Refuses(() => Service.Purge("nothing"), "No contact has or had the slug 'nothing'.");
        await Service.Refuses(() => Service.Purge("an-answer"), "No contact has or had the slug 'an-answer'.");
        await Service.Refuses(() => Service.Purge("an-office"), "'an-office' is the office of a-person.");
        await Service.Purge("a-person");
        await Service.Purge("an-office");
        await Service.Json("/v1/contacts/an-office", HttpStatusCode.Gone);
        Assert.DoesNotContain("An affiliate", await Tables(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_SaysWhatItDidAndWhatIsLeftToDo()
    {
        await ImportContacts("Zerafina Quill");
        var app = new NpgsqlConnectionStringBuilder(Service.Server.App) { Username = "without-access" }.ConnectionString; // as in Compose
        (string, string)[] owner = [("ConnectionStrings__FreedomCities", app), ("ConnectionStrings__FreedomCitiesOwner", Service.Server.Owner)];

        var output = (await ProgramProcess.Run(0, ["purge", "a-person"], owner)).Output;

        Assert.StartsWith("Erased: a-person.", output, StringComparison.Ordinal);
        Assert.Contains("Backups and WAL archives still have the contact", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Zerafina", await Tables(), StringComparison.Ordinal);
        Assert.Contains("is erased already", await ProgramProcess.Fail(["purge", "a-person"], owner), StringComparison.Ordinal);
    }

    private Task<string> ImportContacts(string name) =>
        Service.ImportJson("contacts.json", Contacts.Replace("NAME", name, StringComparison.Ordinal));

    private async Task<string> Tables() => (await Service.Cluster.Superuser<string>(Service.DatabaseName, TablesSql))!;

    private async Task<string> Samples() => await Service.Cluster.Superuser<string>(Service.DatabaseName, SamplesSql) ?? "";

    /// <returns>Nothing if the program isn't installed: the tables have been searched.</returns>
    private async Task<string> Dump()
    {
        var connection = new NpgsqlConnectionStringBuilder(Service.Server.Owner);
        var program = Directory.GetDirectories("/usr/lib/postgresql").Select(d => Path.Combine(d, "bin", "pg_dump")).LastOrDefault(File.Exists);
        if (program is null)
        {
            return "";
        }

        using var process = Process.Start(
            new ProcessStartInfo(program, ["-h", connection.Host!, "-U", "postgres", connection.Database!]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var dump = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("An office", dump, StringComparison.Ordinal);
        return dump;
    }
}

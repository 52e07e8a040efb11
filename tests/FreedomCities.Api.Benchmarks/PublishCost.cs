using System.Diagnostics;
using System.Text;
using Dapper;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing;
using Npgsql;
using static System.FormattableString;

namespace FreedomCities.Api.Benchmarks;

/// <summary>What publications cost over 10,000 entries: one entry, a contact that many answers show, and a large document.</summary>
internal static class PublishCost
{
    private const int Entries = 10_000;
    private const int Times = 200;
    private const int Answers = 1_000;
    private const int LargeDocument = 20_000;

    public static async Task Run(CancellationToken ct)
    {
        await using var database = await ScratchDatabase.Filled(Entries, ct);
        await using var superuser = await database.Superuser(ct);
        // An operator's server waits for the disk.
        await superuser.ExecuteAsync("alter system reset fsync");
        await superuser.ExecuteAsync("select pg_reload_conf()");
        await superuser.ExecuteAsync("create table bare (n integer); grant insert on bare to public;");
        await using var app = database.Server.Connect();
        await Import(app, "contacts.json", EmbeddedFiles.Bytes("seed/contacts.json"), ct);
        await OneEntry(app, ct);
        await SharedContact(app, superuser, ct);
        await Large(app, ct);
    }

    private static async Task OneEntry(NpgsqlDataSource app, CancellationToken ct)
    {
        var timings = await Timing.Measure(
            Times,
            n => Import(app, Invariant($"# Publications\n\n## How many are there?\n\nThere are {n}.\n"), ct),
            n => Insert(app, n, ct));
        Console.WriteLine(Invariant(
            $"one entry {timings[0]}; a transaction of one insert {timings[1]}: {timings[0].Median / timings[1].Median:0.0} ×"));
    }

    private static async Task Insert(NpgsqlDataSource app, int n, CancellationToken ct)
    {
        await using var connection = await app.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new("insert into bare values (@n)", new { n }, cancellationToken: ct));
        await transaction.CommitAsync(ct);
    }

    /// <summary>Renames a contact there and back.</summary>
    private static async Task SharedContact(NpgsqlDataSource app, NpgsqlConnection superuser, CancellationToken ct)
    {
        var (slug, number) = await superuser.QueryFirstAsync<(string, string)>(
            "select r.slug, p.number from contact_phone p join record r on r.id = p.contact_id order by r.slug limit 1");
        await Import(app, Document("Offices", Answers, n => $"Call {number} and ask for number {n}."), ct);
        var shown = await superuser.ExecuteScalarAsync<int>(
            "select count(*) from faq_contact fc join record r on r.id = fc.contact_id where r.slug = @slug", new { slug });
        var lifecycle = new Lifecycle(app, TimeProvider.System);
        foreach (var (from, to) in new[] { (slug, slug + "-renamed"), (slug + "-renamed", slug) })
        {
            var watch = Stopwatch.StartNew();
            await lifecycle.Rename(new RecordName(from, "contact"), to, ct);
            Console.WriteLine(Invariant($"a contact that {shown:N0} answers show, renamed: {watch.Elapsed.TotalSeconds:0.00} s"));
        }
    }

    private static async Task Large(NpgsqlDataSource app, CancellationToken ct)
    {
        var document = Document("Items", LargeDocument, n => $"Item {n} is described **here** in a few words.");
        var watch = Stopwatch.StartNew();
        await Import(app, document, ct);
        Console.WriteLine(Invariant($"a document with {LargeDocument:N0} short questions: {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    private static Task<ImportReport[]> Import(NpgsqlDataSource app, string document, CancellationToken ct) =>
        Import(app, "document.md", Encoding.UTF8.GetBytes(document), ct);

    private static Task<ImportReport[]> Import(NpgsqlDataSource app, string name, byte[] file, CancellationToken ct) =>
        new Importer(app, TimeProvider.System).Import([(new ImportFile(name, file), new ImportOptions())], dryRun: false, ct);

    private static string Document(string title, int questions, Func<int, string> answer)
    {
        var text = new StringBuilder($"# {title}\n");
        for (var n = 0; n < questions; n++)
        {
            text.Append(Invariant($"\n## What about {title} number {n}?\n\n{answer(n)}\n"));
        }

        return text.ToString();
    }
}

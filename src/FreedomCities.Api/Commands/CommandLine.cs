using System.CommandLine;
using FreedomCities.Api.Content;
using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery.Locate;
using FreedomCities.Api.Editorial;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Http.Requests.Values;
using Npgsql;

namespace FreedomCities.Api.Commands;

/// <summary>The command words. Without one the program serves, and its options are ASP.NET Core's.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the embedded database. Default: below the user's data directory. Not used with ConnectionStrings__FreedomCities.",
        Recursive = true,
    };

    private static readonly Argument<FileInfo> File = new("file") { Description = "An FAQ document (plain text or Markdown), a contacts.json, a resources.json or an aliases.json; -: standard input." };
    private static readonly Option<string> Language = new("--language") { Description = "The file's language (BCP 47).", DefaultValueFactory = _ => "en" };
    private static readonly Option<string?> Topic = new("--topic") { Description = "Slug of the document's topic. Default: made of its title." };
    private static readonly Option<string?> Translates = new("--translates") { Description = "Slug of the topic that the document translates to --language, question by question." };
    private static readonly Option<string?> Origin = new("--origin") { Description = "Who wrote the text: human, machine or machine-reviewed. Default: human, and what is unchanged as it was." };
    private static readonly Option<string?> Jurisdiction = new("--jurisdiction") { Description = "Place that the document is about (ISO 3166-2), for example US-NM." };
    private static readonly Option<string?> SourceTitle = new("--source-title") { Description = "The document's title as a source. Default: its title." };

    private static readonly Option<Significance> Significance = new("--significance")
    {
        Description = "How much the edit matters: minor (typo, layout) or major (a reader of the old text would be wrong).",
        DefaultValueFactory = _ => Editorial.Publishing.Significance.Major,
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Report what would be done, and do nothing." };

    /// <summary>Whether the arguments hold a command word or ask for help, and aren't ASP.NET Core's own.</summary>
    public static bool IsCommand(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version" || Root().Parse(args).CommandResult.Command is not RootCommand);

    public static Task<int> Run(string[] args, TextWriter output, TextWriter errors, CancellationToken ct)
    {
        var invocation = new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return Root().Parse(args).InvokeAsync(invocation, ct);
    }

    private static RootCommand Root()
    {
        var migrate = new Command("migrate", "Apply the migrations that the database lacks, as the owner role (ConnectionStrings__FreedomCitiesOwner).");
        migrate.SetAction(Migrate);

        var seed = new Command("seed", "Fill an empty database with the Freedom Cities FAQ; where there is content, nothing changes.");
        seed.SetAction((parsed, ct) => WithDatabase(parsed, database => Fill(parsed, database, ct), ct));

        var import = new Command("import", "Import an FAQ document, its translation, contacts, resources or aliases; a corrected copy changes just what was corrected.")
        {
            File, Language, Translates, Origin, Topic, Jurisdiction, SourceTitle, Significance, DryRun,
        };
        import.SetAction(Import);

        var root = new RootCommand("Serves FAQ entries, resources and contacts from PostgreSQL as JSON. Without a command word: serve (options: --urls, --data, ASP.NET Core's own).")
        {
            Data, migrate, seed, import,
        };
        Array.ForEach(LifecycleCommands.All, root.Add);
        return root;
    }

    static CommandLine()
    {
        Language.Validators.Add(r => AddErrorUnless(r, LanguageTag.Form.IsMatch(r.GetValueOrDefault<string>()), "--language must be a language tag as in BCP 47, for example es."));
        Origin.AcceptOnlyFromAmong(Vocabulary.Origins.All);
        foreach (var topic in new[] { Topic, Translates })
        {
            topic.Validators.Add(r => AddErrorUnless(r, r.GetValueOrDefault<string?>() is not { } slug || Slug.Form.IsMatch(slug), $"{topic.Name} must be a slug, for example freedom-cities."));
        }

        Jurisdiction.Validators.Add(r => AddErrorUnless(r, r.GetValueOrDefault<string?>() is not { } code || Http.Requests.Values.Places.Jurisdiction.Form.IsMatch(code), "--jurisdiction must be a code of ISO 3166-2, for example US-NM."));
    }

    public static void AddErrorUnless(System.CommandLine.Parsing.SymbolResult result, bool isRight, string message)
    {
        if (!isRight)
        {
            result.AddError(message);
        }
    }

    private static async Task<int> Migrate(ParseResult parsed, CancellationToken ct)
    {
        await using var server = await DatabaseServer.Open(Configuration(parsed), ct);
        var applied = await Migrator.Migrate(server.Owner, ct);
        await PostalCodes.Load(server.Owner, ct);
        parsed.InvocationConfiguration.Output.WriteLine(
            applied.Length == 0 ? "Nothing to migrate." : $"Migrated: {string.Join(", ", applied)}.");
        return 0;
    }

    private static async Task<int> Import(ParseResult parsed, CancellationToken ct)
    {
        var file = await ImportFileReader.Read(parsed.GetRequiredValue(File), ct);
        var options = new ImportOptions
        {
            Language = LanguageTag.Canonical(parsed.GetRequiredValue(Language)),
            Translates = parsed.GetValue(Translates),
            Origin = parsed.GetValue(Origin),
            Topic = parsed.GetValue(Topic),
            Jurisdiction = parsed.GetValue(Jurisdiction),
            SourceTitle = parsed.GetValue(SourceTitle),
            Significance = parsed.GetValue(Significance),
        };
        return await WithDatabase(
            parsed,
            async database =>
            {
                var importer = new Importer(database, TimeProvider.System, parsed.InvocationConfiguration.Error);
                Print(parsed, await importer.Import([(file, options)], parsed.GetValue(DryRun), ct));
            },
            ct);
    }

    public static async Task<int> WithDatabase(ParseResult parsed, Func<NpgsqlDataSource, Task> act, CancellationToken ct)
    {
        await using var server = await DatabaseServer.Open(Configuration(parsed), ct);
        await using var database = server.Connect();
        await Bootstrap.Prepare(server, database, ct);
        if (!await HealthQueries.IsMigrated(database, ct))
        {
            throw new ConfigurationException("The database lacks tables of this version: run the command migrate first.");
        }

        await act(database);
        return 0;
    }

    private static async Task Fill(ParseResult parsed, NpgsqlDataSource database, CancellationToken ct)
    {
        if (await Seed.Fill(database, ct) is { } reports)
        {
            Print(parsed, reports);
        }
        else
        {
            parsed.InvocationConfiguration.Output.WriteLine("There is content already: nothing is changed. To correct it, import a file.");
        }
    }

    private static void Print(ParseResult parsed, ImportReport[] reports) =>
        parsed.InvocationConfiguration.Output.Write(string.Join(Environment.NewLine, reports.Select(r => r.ToString())));

    private static ConfigurationManager Configuration(ParseResult parsed)
    {
        var configuration = Program.Builder(parsed.GetValue(Data) is { } data ? ["--data", data] : []).Configuration;
        KnownSettings.RefuseOthers(configuration);
        SettingValues.CheckFolders(configuration);
        return configuration;
    }
}

using System.CommandLine;
using FreedomCities.Api.Database;
using FreedomCities.Api.Delivery.Locate;
using FreedomCities.Api.Editorial;
using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Publishing;
using FreedomCities.Api.Http.Requests;
using Npgsql;

namespace FreedomCities.Api.Commands;

/// <summary>Command words. Without one the program serves, with the options of ASP.NET Core.</summary>
internal static class CommandLine
{
    private static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the embedded database. Default: in the user's data directory. Ignored if ConnectionStrings__FreedomCities is set.",
        Recursive = true,
    };

    private static readonly Argument<FileInfo> File = new("file") { Description = "FAQ document (plain text or Markdown), contacts.json, resources.json or aliases.json. Use - for standard input." };
    private static readonly Option<string> Language = new("--language") { Description = "Language of the file (BCP 47).", DefaultValueFactory = _ => "en" };
    private static readonly Option<string?> Topic = new("--topic") { Description = "Slug of the topic. Default: derived from the title of the document." };
    private static readonly Option<string?> Translates = new("--translates") { Description = "Slug of the topic that the document translates to --language. It must have the same questions in the same order." };
    private static readonly Option<string?> Origin = new("--origin") { Description = "Origin of the text: human, machine or machine-reviewed. Default: human; unchanged text keeps its origin." };
    private static readonly Option<string?> Jurisdiction = new("--jurisdiction") { Description = "Jurisdiction of the entries (ISO 3166-2), for example US-NM." };
    private static readonly Option<string?> SourceTitle = new("--source-title") { Description = "Title of the source. Default: title of the document." };

    private static readonly Option<Significance> Significance = new("--significance")
    {
        Description = "Significance of the edit: minor (typo, layout) or major (the old text was wrong; translations become outdated).",
        DefaultValueFactory = _ => Editorial.Publishing.Significance.Major,
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Print the report without writing anything." };

    /// <summary>Whether the arguments contain a command word or request help. Otherwise they are options of ASP.NET Core.</summary>
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
        var migrate = new Command("migrate", "Apply pending migrations, as the owner role (ConnectionStrings__FreedomCitiesOwner).");
        migrate.SetAction(Migrate);

        var seed = new Command("seed", "Fill an empty database with the Freedom Cities FAQ. A database with content is not changed.");
        seed.SetAction((parsed, ct) => WithDatabase(parsed, database => Fill(parsed, database, ct), ct));

        var import = new Command("import", "Import an FAQ document, a translation, contacts, resources or aliases. A corrected file changes only what was corrected.")
        {
            File, Language, Translates, Origin, Topic, Jurisdiction, SourceTitle, Significance, DryRun,
        };
        import.SetAction(Import);

        var root = new RootCommand("Serves FAQ entries, resources and contacts from PostgreSQL as JSON. Without a command it serves (options: --urls, --data and those of ASP.NET Core).")
        {
            Data, migrate, seed, import,
        };
        Array.ForEach(LifecycleCommands.All, root.Add);
        return root;
    }

    static CommandLine()
    {
        Language.Validators.Add(r => AddErrorUnless(r, Languages.IsTag(r.GetValueOrDefault<string>()), "--language must be a BCP 47 language tag, for example es."));
        Origin.AcceptOnlyFromAmong("human", "machine", "machine-reviewed");
        foreach (var topic in new[] { Topic, Translates })
        {
            topic.Validators.Add(r => AddErrorUnless(r, r.GetValueOrDefault<string?>() is not { } slug || Validation.IsSlug(slug), $"{topic.Name} must be a slug, for example freedom-cities."));
        }

        Jurisdiction.Validators.Add(r => AddErrorUnless(r, r.GetValueOrDefault<string?>() is not { } code || Validation.IsJurisdiction(code), "--jurisdiction must be an ISO 3166-2 code, for example US-NM."));
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
        await using var server = await DatabaseServer.Open(Configuration(parsed), parsed.InvocationConfiguration.Error, ct);
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
            Language = Languages.Canonical(parsed.GetRequiredValue(Language)),
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
        await using var server = await DatabaseServer.Open(Configuration(parsed), parsed.InvocationConfiguration.Error, ct);
        await using var database = server.Connect();
        await Bootstrap.Prepare(server, database, ct);
        if (!await HealthQueries.IsMigrated(database, ct))
        {
            throw new ConfigurationException("The database lacks migrations of this version. Run the command migrate first.");
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
            parsed.InvocationConfiguration.Output.WriteLine("The database already has content. Nothing was changed. To correct content, import a file.");
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

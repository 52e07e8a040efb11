using System.CommandLine;

namespace FreedomCities.Api.Commands;

/// <summary>Command words. Without one the program serves, with the options of ASP.NET Core.</summary>
internal static class CommandLine
{
    private const string Description =
        "Serves FAQ entries, resources and contacts from PostgreSQL as JSON."
        + " Without a command it serves (options: --urls, --data and those of ASP.NET Core).";

    private static readonly string[] RootOptions = ["--help", "-h", "-?", "--version"];

    /// <summary>Whether the arguments contain a command word or request help. Otherwise they are options of ASP.NET Core.</summary>
    public static bool IsCommand(string[] args)
    {
        if (args.Length == 0)
        {
            return false;
        }

        var isWord = !args[0].StartsWith('-') || RootOptions.Contains(args[0], StringComparer.Ordinal);
        return isWord || Root().Parse(args).CommandResult.Command is not RootCommand; // a command word may follow options
    }

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
        var root = new RootCommand(Description)
        {
            CommandDatabase.Data, MigrateCommand.Create(), SeedCommand.Create(), ImportCommand.Create(), ExportCommand.Create(),
            RebuildCommand.Create(), PurgeCommand.Create(),
        };
        Array.ForEach(LifecycleCommands.All, root.Add);
        return root;
    }
}

using System.CommandLine;

namespace FreedomCities.Api.Commands;

/// <summary>The command words. Without one the program serves, and its options are ASP.NET Core's.</summary>
internal static class CommandLine
{
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
        var root = new RootCommand("Serves FAQ entries, resources and contacts from PostgreSQL as JSON. Without a command word: serve (options: --urls, --data, ASP.NET Core's own).")
        {
            CommandDatabase.Data, MigrateCommand.Create(), SeedCommand.Create(), ImportCommand.Create(),
        };
        Array.ForEach(LifecycleCommands.All, root.Add);
        return root;
    }
}

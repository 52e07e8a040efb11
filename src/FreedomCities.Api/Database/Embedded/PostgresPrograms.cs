using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace FreedomCities.Api.Database.Embedded;

/// <summary>Runs the server's programs (initdb, pg_ctl). PostgreSQL refuses root: then they run as an unprivileged user.</summary>
internal sealed class PostgresPrograms
{
    private const string DebianFolders = "/usr/lib/postgresql";

    // Paths of programs and libraries.
    private static readonly string[] Inherited = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"];

    private readonly string _folder;
    private readonly User? _user;

    private PostgresPrograms(string folder) =>
        (_folder, _user) = (folder, Environment.IsPrivilegedProcess ? UnprivilegedUser() : null);

    /// <summary>
    /// Finds the programs in the configured folder, or without one on PATH and in Debian's versioned folders. An existing cluster needs
    /// programs of its own major version.
    /// </summary>
    public static PostgresPrograms Find(string? configured, string? clusterVersion)
    {
        var folders = (configured is not null ? [configured] : Candidates()).Where(IsServer).ToArray();
        if (folders.Length == 0)
        {
            var searched = configured is null ? $"on PATH or in {DebianFolders}/*/bin" : $"in {configured}";
            throw new ConfigurationException(
                $"No PostgreSQL server programs (initdb, pg_ctl) {searched}. " +
                "Install PostgreSQL 14 or later (Debian, Ubuntu: apt-get install postgresql), or set Postgres__Binaries to their folder, " +
                "or set ConnectionStrings__FreedomCities to use a server that runs elsewhere.");
        }

        var folder = clusterVersion is null ? folders[0] : folders.FirstOrDefault(f => Version(f) == clusterVersion);
        return folder is not null
            ? new PostgresPrograms(folder)
            : throw new ConfigurationException(
                $"The data folder's database is of PostgreSQL {clusterVersion},"
                + $" and the programs here are of {string.Join(", ", folders.Select(Version))}."
                + $" Install PostgreSQL {clusterVersion}, or dump the database with it and restore it into a new --data folder,"
                + " or convert the folder with pg_upgrade.");
    }

    /// <summary>Creates a folder that only the user of the server may enter.</summary>
    public async Task EnsureFolder(string folder)
    {
        RefuseOwners(folder);
        try
        {
            if (!Directory.Exists(folder))
            {
                await Execute("mkdir", ["-p", "-m", "700", folder]);
                RefuseOwners(folder); // another process may have created it first
            }

            if (_user is not null && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                await Execute("chown", ["-h", $"{_user.Id}:{_user.Group}", folder]);
            }

            await Run("test", ["-w", folder]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ConfigurationException)
        {
            var byUser = _user is null ? "" : $" by the user {_user.Name}, which runs PostgreSQL because root may not";
            throw new ConfigurationException(
                $"The data folder {folder} can't be written{byUser}: choose another with --data, or change its owner.");
        }
    }

    private void RefuseOwners(string folder)
    {
        if (_user is not null)
        {
            FolderOwners.RefuseOthers(folder, uint.Parse(_user.Id, CultureInfo.InvariantCulture));
        }
    }

    /// <summary>
    /// Runs a program of the server or of the system as the server's user, without cancellation: an incomplete initdb is worse than a late
    /// stop. The exception of a failure has the output.
    /// </summary>
    public Task Run(string program, string[] arguments)
    {
        var path = File.Exists(Path.Combine(_folder, program)) ? Path.Combine(_folder, program) : program;
        return _user is null
            ? Execute(path, arguments)
            : Execute("setpriv", ["--reuid", _user.Id, "--regid", _user.Group, "--init-groups", "--", path, .. arguments]);
    }

    private static IEnumerable<string> Candidates()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var debian = Directory.Exists(DebianFolders) ? Directory.GetDirectories(DebianFolders) : [];
        return path.Concat(debian.OrderByDescending(FolderVersion).Select(f => Path.Combine(f, "bin")));
    }

    private static int FolderVersion(string folder) =>
        int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0;

    private static bool IsServer(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"));

    private static string Version(string folder)
    {
        using var process = Process.Start(Describe(Path.Combine(folder, "pg_ctl"), ["--version"]))!;
        var words = process.StandardOutput.ReadToEnd().Split(' ', '\n');
        return words.First(w => char.IsAsciiDigit(w.FirstOrDefault())).Split('.')[0];
    }

    private static User UnprivilegedUser()
    {
        var users = File.ReadLines("/etc/passwd").Select(l => l.Split(':')).Where(u => u[0] is "postgres" or "nobody");
        var user = users.OrderByDescending(u => u[0], StringComparer.Ordinal).FirstOrDefault()
            ?? throw new ConfigurationException(
                "PostgreSQL may not run as root, and there is no user postgres or nobody: add one (adduser --system postgres).");
        return new User(user[0], user[2], user[3]);
    }

    /// <summary>Passes no other variables of the environment (PG…, TZ, LC_…, BASH_ENV), which would change what the programs do.</summary>
    private static ProcessStartInfo Describe(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                start.Environment[name] = value;
            }
        }

        start.Environment["LC_ALL"] = "C.UTF-8";
        return start;
    }

    private static async Task Execute(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(Describe(program, arguments))!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                var printed = $"{(await errors).Trim()} {(await output).Trim()}";
                throw new ConfigurationException($"{Path.GetFileName(program)} failed: {printed}".Trim());
            }
        }
        catch (Win32Exception e)
        {
            throw new ConfigurationException($"{program} can't be run: {e.Message}.");
        }
    }

    private sealed record User(string Name, string Id, string Group);
}

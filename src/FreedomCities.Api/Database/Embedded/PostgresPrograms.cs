using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace FreedomCities.Api.Database.Embedded;

/// <summary>The server's programs (initdb, pg_ctl), run as an unprivileged user when we are root, which PostgreSQL refuses.</summary>
internal sealed class PostgresPrograms
{
    private const string DebianFolders = "/usr/lib/postgresql";

    // Where programs and their libraries are.
    private static readonly string[] Inherited = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"];

    private readonly string _folder;
    private readonly User? _user;

    private PostgresPrograms(string folder) =>
        (_folder, _user) = (folder, Environment.IsPrivilegedProcess ? UnprivilegedUser() : null);

    /// <summary>
    /// Looks in the configured folder alone when there is one, else on PATH and in Debian's versioned folders.
    /// An existing cluster needs programs of its own major version.
    /// </summary>
    public static PostgresPrograms Find(string? configured, string? clusterVersion)
    {
        var folders = (configured is not null ? [configured] : Candidates()).Where(IsServer).ToArray();
        if (folders.Length == 0)
        {
            throw new ConfigurationException(
                $"No PostgreSQL server programs (initdb, pg_ctl) {(configured is null ? $"on PATH or in {DebianFolders}/*/bin" : $"in {configured}")}. " +
                "Install PostgreSQL 14 or later (Debian, Ubuntu: apt-get install postgresql), or set Postgres__Binaries to their folder, " +
                "or set ConnectionStrings__FreedomCities to use a server that runs elsewhere.");
        }

        var folder = clusterVersion is null ? folders[0] : folders.FirstOrDefault(f => Version(f) == clusterVersion);
        return folder is not null
            ? new PostgresPrograms(folder)
            : throw new ConfigurationException(
                $"The data folder's database is of PostgreSQL {clusterVersion}, and the programs here are of {string.Join(", ", folders.Select(Version))}. " +
                $"Install PostgreSQL {clusterVersion}, or dump the database with it and restore it into a new --data folder, or convert the folder with pg_upgrade.");
    }

    /// <summary>Makes a folder that is open to the user that the server runs as, and to nobody else.</summary>
    public async Task MakeFolder(string folder)
    {
        RefuseOwners(folder);
        try
        {
            if (!Directory.Exists(folder))
            {
                await Execute("mkdir", ["-p", "-m", "700", folder]);
                RefuseOwners(folder); // another may have been faster
            }

            if (_user is not null && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                await Execute("chown", ["-h", $"{_user.Id}:{_user.Group}", folder]);
            }

            await Run("test", ["-w", folder]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ConfigurationException)
        {
            throw new ConfigurationException(
                $"The data folder {folder} can't be written{(_user is null ? "" : $" by the user {_user.Name}, which runs PostgreSQL because root may not")}: " +
                "choose another with --data, or change its owner.");
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
    /// Runs a program of the server or of the system as the server's user, to its end: half an initdb is worse than a late stop.
    /// A failure carries what it printed.
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
        return path.Concat(debian.OrderByDescending(f => int.TryParse(Path.GetFileName(f), CultureInfo.InvariantCulture, out var version) ? version : 0).Select(f => Path.Combine(f, "bin")));
    }

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
            ?? throw new ConfigurationException("PostgreSQL may not run as root, and there is no user postgres or nobody: add one (adduser --system postgres).");
        return new User(user[0], user[2], user[3]);
    }

    /// <summary>Without the environment, whose variables (PG…, TZ, LC_…, BASH_ENV) would change what the programs do.</summary>
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
                throw new ConfigurationException($"{Path.GetFileName(program)} failed: {(await errors).Trim()} {(await output).Trim()}".Trim());
            }
        }
        catch (Win32Exception e)
        {
            throw new ConfigurationException($"{program} can't be run: {e.Message}.");
        }
    }

    private sealed record User(string Name, string Id, string Group);
}

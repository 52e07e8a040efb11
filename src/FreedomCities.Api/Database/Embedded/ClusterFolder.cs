using System.Globalization;

namespace FreedomCities.Api.Database.Embedded;

/// <summary>The folder of the cluster below a data folder: it is created, or moved aside.</summary>
internal sealed class ClusterFolder(string dataFolder, PostgresPrograms programs)
{
    private const string Unfinished = "unfinished-";

    public string FullName => Path.Combine(dataFolder, "postgres");

    /// <summary>The version of PostgreSQL that created the cluster; null: there is none yet.</summary>
    public static string? MajorVersion(string dataFolder)
    {
        var file = Path.Combine(dataFolder, "postgres", "PG_VERSION");
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    /// <summary>pg_ctl puts the path into a line for the shell, and Npgsql takes a comma for the end of a host.</summary>
    public static void RefuseUnusablePath(string folder)
    {
        if (folder.FirstOrDefault(c => char.IsControl(c) || c is ',' or '$' or '`' or '"' or '\\') is var c and not '\0')
        {
            var what = char.IsControl(c) ? "a control character" : $"the character {c}";
            throw new ConfigurationException(
                $"The data folder's path holds {what}, which PostgreSQL's programs can't take: choose another --data.");
        }
    }

    public async Task InitializeIfNew()
    {
        RemoveUnfinished();
        if (Directory.Exists(FullName))
        {
            return;
        }

        // Renamed when complete: a killed start leaves nothing that looks like a cluster. Its initdb may still run, in a folder of its own.
        var unfinished = Path.Combine(dataFolder, Unfinished + Path.GetRandomFileName());
        await programs.Run(
            "initdb",
            ["-D", unfinished, "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--auth-local=trust", "--auth-host=reject"]);
        await programs.Run("sh", [
            "-c", "printf %s \"$1\" >> \"$0\"",
            Path.Combine(unfinished, "postgresql.conf"),
            "\nlisten_addresses = ''\nport = 5432\nunix_socket_directories = '.'\nunix_socket_permissions = 0700\nlog_checkpoints = off\n",
        ]);
        Directory.Move(unfinished, FullName);
    }

    /// <summary>Moves the folder of a stopped cluster aside: renames it within the same parent folder.</summary>
    /// <returns>The new path.</returns>
    public string MoveAside(DateTimeOffset now)
    {
        var aside = FullName + now.UtcDateTime.ToString("'-older-schema-'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        Directory.Move(FullName, aside);
        return aside;
    }

    private void RemoveUnfinished()
    {
        foreach (var folder in Directory.GetDirectories(dataFolder, Unfinished + "*"))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The initdb of a killed start still writes into the folder: a later start removes it.
            }
        }
    }
}

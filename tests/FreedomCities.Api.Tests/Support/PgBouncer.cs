using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using FreedomCities.Api.Database;
using Npgsql;

namespace FreedomCities.Api.Tests.Support;

/// <summary>PgBouncer before a test's cluster, in a folder of its own.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Process _process;

    private PgBouncer(string folder, Process process) => (_folder, _process) = (folder, process);

    public static async Task<PgBouncer> Start(TestCluster cluster, string mode = "transaction")
    {
        var program = RequiredPrograms.Program("pgbouncer", "/usr/sbin/pgbouncer");
        var folder = Directory.CreateTempSubdirectory("fc-pooler-").FullName;
        var server = new NpgsqlConnectionStringBuilder(cluster.Postgres.SuperuserConnectionString).Host!;
        await File.WriteAllTextAsync(Path.Combine(folder, "users.txt"), "\"freedomcities_app\" \"\"\n\"freedomcities_owner\" \"\"\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "pgbouncer.ini"), $"""
            [databases]
            * = host={server}
            [pgbouncer]
            listen_addr =
            listen_port = 5432
            unix_socket_dir = {folder}
            auth_type = trust
            auth_file = {folder}/users.txt
            pool_mode = {mode}
            default_pool_size = 5
            """);
        string[] user = [];
        if (Environment.IsPrivilegedProcess)
        {
            // It refuses root, and has to reach the server's folder.
            var owner = (await Programs.Run("stat", "", "-c", "%U", server)).Trim();
            await DataFolder.Execute("chown", "-R", owner, folder);
            user = ["-u", owner];
        }

        var process = Process.Start(new ProcessStartInfo(
            program,
            ["-q", .. user, Path.Combine(folder, "pgbouncer.ini")])
        { RedirectStandardError = true, UseShellExecute = false })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var socket = new UnixDomainSocketEndPoint(Path.Combine(folder, ".s.PGSQL.5432"));
        await Eventually.Is(() => Accepts(socket), "PgBouncer listens");
        return new PgBouncer(folder, process);
    }

    /// <summary>A server, through the pooler.</summary>
    public DatabaseServer Through(DatabaseServer server) => new(Through(server.App), Through(server.Owner), embedded: null);

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    // The socket's file is there a moment before anything listens.
    private static async Task<bool> Accepts(EndPoint address)
    {
        using var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await client.ConnectAsync(address);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string Through(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Host = _folder }.ConnectionString;
}

using System.Net.Sockets;
using Npgsql;

namespace FreedomCities.Api.Tests.Support;

/// <summary>
/// Between a service and its database: passes on what it gets, or keeps it back, as a network does that swallows packets.
/// </summary>
internal sealed class Relay : IDisposable
{
    private const string Name = "/.s.PGSQL.5432";

    private readonly string _server;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _end = new();

    public Relay(TestCluster cluster)
    {
        _server = new NpgsqlConnectionStringBuilder(cluster.Postgres.SuperuserConnectionString).Host + Name;
        Folder = Directory.CreateTempSubdirectory("fc-relay-").FullName;
        _listener.Bind(new UnixDomainSocketEndPoint(Folder + Name));
        _listener.Listen(100);
        _ = Accept();
    }

    public string Folder { get; }

    /// <summary>How many connections there have been.</summary>
    public int Connections { get; private set; }

    /// <summary>On which of them nothing arrives any more.</summary>
    public Func<Connection, bool> Hangs { get; set; } = _ => false;

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task Accept()
    {
        while (true)
        {
            var client = await _listener.AcceptAsync(_end.Token);
            var server = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await server.ConnectAsync(new UnixDomainSocketEndPoint(_server), _end.Token);
            var connection = new Connection(++Connections);
            _ = Pass(connection, client, server);
            _ = Pass(connection, server, client);
        }
    }

    private async Task Pass(Connection connection, Socket from, Socket to)
    {
        using (from)
        using (to)
        {
            var buffer = new byte[64 * 1024];
            while (await from.ReceiveAsync(buffer, _end.Token) is var count and > 0)
            {
                connection.Listens |= buffer.AsSpan(0, count).IndexOf("listen content"u8) >= 0;
                while (Hangs(connection))
                {
                    await Task.Delay(20, _end.Token);
                }

                await to.SendAsync(buffer.AsMemory(0, count), _end.Token);
            }
        }
    }

    internal sealed class Connection(int number)
    {
        public int Number => number;

        /// <summary>Whether it is, or tries to become, the connection of the listener.</summary>
        public bool Listens { get; set; }
    }
}

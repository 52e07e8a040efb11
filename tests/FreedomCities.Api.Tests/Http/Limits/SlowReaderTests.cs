using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace FreedomCities.Api.Tests.Http.Limits;

/// <summary>A client that reads too slowly is disconnected within 15 s, while others are served.</summary>
public sealed class SlowReaderTests(TestCluster cluster) : Service(cluster)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    protected override async Task Fill()
    {
        foreach (var i in Enumerable.Range(0, 100))
        {
            await Given.Faq($"long-{i}", answer: new string('x', 100_000));
        }
    }

    [Theory]
    [InlineData("/v1/faqs?limit=100")]
    [InlineData("/v1/snapshot")]
    public async Task SlowReader_IsCutOff(string path)
    {
        using var client = await Connect(receiveBuffer: 4096);
        var clock = Stopwatch.StartNew();
        await client.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        var buffer = new byte[64 * 1024];
        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            while (clock.Elapsed < Longest)
            {
                Assert.NotEqual(0, await client.ReceiveAsync(new byte[10])); // what the kernel has, it gives
                await Task.Delay(200);
                using var other = await Get("/v1/topics");
            }

            using var deadline = new CancellationTokenSource(Longest);
            while (await client.ReceiveAsync(buffer, deadline.Token) > 0)
            {
                // more of what was sent before the cut
            }
        });
    }

    [Fact]
    public async Task FiveHundredIdleConnections_BlockNoClient()
    {
        var idle = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Connect()));
        try
        {
            using var answer = await Get("/v1/topics");
        }
        finally
        {
            Array.ForEach(idle, c => c.Dispose());
        }
    }

    private Task<Socket> Connect(int receiveBuffer = 64 * 1024) => Connect(this, receiveBuffer);

    internal static async Task<Socket> Connect(Service to, int receiveBuffer = 64 * 1024)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = receiveBuffer };
        await socket.ConnectAsync(to.Http.BaseAddress!.Host, to.Http.BaseAddress.Port);
        return socket;
    }
}

using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace FreedomCities.Api.Tests.Http;

/// <summary>Who sends or reads too slowly is cut off within 15 s, while others are served.</summary>
public sealed class SlowClientTests(TestCluster cluster) : Service(cluster)
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
    [InlineData("GET /v1/faqs HTTP/1.1\r\nHost: localhost\r\nX-A: ", false)]
    [InlineData("POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"q\":\"", true)]
    public async Task SlowSender_IsCutOff(string start, bool isTold)
    {
        using var client = await Connect();
        var clock = Stopwatch.StartNew();
        await client.SendAsync(Encoding.ASCII.GetBytes(start));
        var answer = Answer(client);
        while (!answer.IsCompleted && clock.Elapsed < Longest)
        {
            await Task.WhenAny(answer, Task.Delay(200));
            try
            {
                await client.SendAsync(Encoding.ASCII.GetBytes(new string('a', 100))); // 500 bytes a second, which Kestrel alone lets pass
            }
            catch (SocketException)
            {
                break;
            }

            using var other = await Get("/v1/topics");
        }

        Assert.StartsWith("HTTP/1.1 408", await answer.WaitAsync(Longest), StringComparison.Ordinal);
        Assert.Equal(isTold, (await answer).Contains("request-timeout", StringComparison.Ordinal));
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(5), Longest);
    }

    [Theory]
    [InlineData("/v1/faqs?limit=100")]
    [InlineData("/v1/snapshot")]
    public async Task SlowReader_IsCutOff(string path)
    {
        using var client = await Connect(receiveBuffer: 4096);
        var clock = Stopwatch.StartNew();
        await client.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        while (clock.Elapsed < Longest)
        {
            Assert.NotEqual(0, await client.ReceiveAsync(new byte[10])); // what the kernel has, it gives
            await Task.Delay(200);
            using var other = await Get("/v1/topics");
        }

        var buffer = new byte[64 * 1024];
        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            using var deadline = new CancellationTokenSource(Longest);
            while (await client.ReceiveAsync(buffer, deadline.Token) > 0)
            {
                // more of what was sent before the cut
            }
        });
    }

    [Fact]
    public async Task FiveHundredIdleConnections_KeepNobodyOut()
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

    private async Task<Socket> Connect(int receiveBuffer = 64 * 1024)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = receiveBuffer };
        await socket.ConnectAsync(Http.BaseAddress!.Host, Http.BaseAddress.Port);
        return socket;
    }

    private static async Task<string> Answer(Socket client)
    {
        var answer = new StringBuilder();
        var buffer = new byte[4096];
        try
        {
            while (await client.ReceiveAsync(buffer) is var count and > 0)
            {
                answer.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
        catch (SocketException)
        {
            // reset under what was still being sent
        }

        return answer.ToString();
    }
}

using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace FreedomCities.Api.Tests.Http.Limits;

/// <summary>A client that sends too slowly is disconnected within 15 s (30 on a busy machine), while others are served.</summary>
public sealed class SlowSenderTests(TestCluster cluster) : Service(cluster)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("GET /v1/faqs HTTP/1.1\r\nHost: localhost\r\nX-A: ", false)]
    [InlineData(
        "POST /v1/search HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{\"q\":\"",
        true)]
    public async Task SlowSender_IsCutOff(string start, bool isTold)
    {
        using var client = await SlowReaderTests.Connect(this);
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

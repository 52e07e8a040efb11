using System.Text;
using System.Text.RegularExpressions;

namespace FreedomCities.Api.Tests.Docs;

/// <summary>A line of a document that calls the service with curl.</summary>
internal sealed partial record CurlLine(HttpMethod Method, string Path, string? Body, (string Name, string Value)[] Headers)
{
    private const string Service = "localhost:5000";

    /// <summary>Null: the line is no call of the service, or it has a placeholder such as CURSOR or an ellipsis.</summary>
    public static CurlLine? Parse(string line)
    {
        if (!line.StartsWith("curl ", StringComparison.Ordinal) || Placeholder().IsMatch(Comment().Replace(line, "")))
        {
            return null;
        }

        var (method, path, body, headers) = (HttpMethod.Get, (string?)null, (string?)null, new List<(string, string)>());
        var words = new Queue<string>(Words().Matches(Comment().Replace(line, "")).Select(m => m.Value.Trim('\'')).Skip(1));
        while (words.TryDequeue(out var word))
        {
            switch (word)
            {
                case "-I":
                    method = HttpMethod.Head;
                    break;
                case "-H":
                    var header = words.Dequeue().Split(':', 2);
                    headers.Add((header[0], header[1].Trim()));
                    break;
                case "--json":
                    (method, body) = (HttpMethod.Post, words.Dequeue());
                    break;
                default:
                    Assert.StartsWith(Service, word, StringComparison.Ordinal);
                    path = word[Service.Length..];
                    break;
            }
        }

        return new CurlLine(method, path!, body, [.. headers]);
    }

    public HttpRequestMessage Request()
    {
        var content = Body is null ? null : new StringContent(Body, Encoding.UTF8, "application/json");
        var request = new HttpRequestMessage(Method, Path) { Content = content };
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    [GeneratedRegex(@"'[^']*'|[^\s']+")]
    private static partial Regex Words();

    [GeneratedRegex(@"\s#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"…|(?<![\w-])[A-Z]{4,}")]
    private static partial Regex Placeholder();
}

using System.Globalization;
using System.Text.Json.Nodes;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.OpenApi;

/// <summary>Creates an example of a problem document.</summary>
internal static class ProblemExamples
{
    private const string Reason = "superseded";
    private static readonly DateTimeOffset WithdrawnAt = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    // Records by the segment of their path: the name in messages, and the slug of a record that may replace another.
    private static readonly Dictionary<string, (string Name, string Slug)> Records = new(StringComparer.Ordinal)
    {
        ["faqs"] = ("FAQ entry", "is-there-a-local-aclu-office-in-my-area"),
        ["topics"] = ("topic", "freedom-cities"),
        ["resources"] = ("resource", "people-power"),
        ["contacts"] = ("contact", "aclu-nm-albuquerque"),
    };

    /// <param name="hasBody">Whether the request has a body instead of query parameters.</param>
    /// <param name="path">Path of the route, without a slash at the start.</param>
    public static JsonObject Create(ProblemKind kind, bool hasBody, string path, PublicUrl site)
    {
        var example = new JsonObject
        {
            ["type"] = site.LinkTo(kind.Page),
            ["title"] = kind.Title,
            ["status"] = kind.Status,
            ["detail"] = kind.Meaning,
            ["code"] = kind.Code,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
        switch (kind.Code)
        {
            case "invalid-request":
                example["errors"] = new JsonArray(new JsonObject
                {
                    [hasBody ? "pointer" : "parameter"] = hasBody ? "/limit" : "limit",
                    ["detail"] = "Must be a whole number from 1 to 100.",
                });
                break;
            case "resync-required":
                example["detail"] = Detail(ProblemResults.ResyncRequired());
                break;
            case "gone":
                var (name, replacement) = Records[path.Split('/')[1]];
                example["detail"] = Detail(ProblemResults.Gone(name, Reason, WithdrawnAt, replacement));
                example["reason"] = Reason;
                example["withdrawnAt"] = WithdrawnAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
                example["replacedBy"] = replacement;
                break;
        }

        return example;
    }

    private static string? Detail(ProblemHttpResult problem) => problem.ProblemDetails.Detail;
}

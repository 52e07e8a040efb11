using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;

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

    /// <param name="operation">Null: any.</param>
    /// <param name="path">Path of the route, without a slash at the start.</param>
    public static JsonObject Create(ProblemKind kind, OpenApiOperation? operation, string path, PublicUrl site)
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
                example["errors"] = new JsonArray(JsonSerializer.SerializeToNode(CreateError(operation!), Json.Strict));
                break;
            case "resync-required":
                example["detail"] = Detail(ProblemResults.ResyncRequired());
                break;
            case "gone":
                var (name, replacement) = Records.GetValueOrDefault(path.Split('/').ElementAtOrDefault(1) ?? "", Records["faqs"]);
                example["detail"] = Detail(ProblemResults.Gone(name, Reason, WithdrawnAt, replacement));
                example["reason"] = Reason;
                example["withdrawnAt"] = WithdrawnAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
                example["replacedBy"] = replacement;
                break;
        }

        return example;
    }

    /// <summary>An error in a parameter that the operation has.</summary>
    private static InputError CreateError(OpenApiOperation operation)
    {
        if (operation.RequestBody is { } body)
        {
            return body.Content!.Values.Any(m => m.Schema!.Type is JsonSchemaType.Array)
                ? InputError.InBody("/0/slug", Slug.Form.Message)
                : InputError.InBody("/limit", QueryParameters.MustBe(typeof(int)));
        }

        // A list may be given several times.
        string[] names =
        [
            .. (operation.Parameters ?? [])
                .Where(p => p is { In: ParameterLocation.Query, Schema.Type: not JsonSchemaType.Array })
                .Select(p => p.Name!),
        ];
        return names switch
        {
            [] => InputError.InQuery("limit", QueryParameters.HasNone),
            _ when names.Contains("limit", StringComparer.Ordinal) => InputError.InQuery("limit", QueryParameters.MustBe(typeof(int))),
            _ => InputError.InQuery(names[0], QueryParameters.GivenTwice),
        };
    }

    private static string? Detail(ProblemHttpResult problem) => problem.ProblemDetails.Detail;
}

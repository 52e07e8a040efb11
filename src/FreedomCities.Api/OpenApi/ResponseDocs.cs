using System.Globalization;
using System.Text.Json.Nodes;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi;

/// <summary>
/// Documents the responses of each operation: headers of 200, 304, 308, and the problems of its own. All others are one shared response.
/// </summary>
internal sealed class ResponseDocs(PublicUrl site) : IOperationFilter
{
    private const string SharedFailure = "Failure";

    // Kinds that only the routes have that declare them.
    private static readonly ProblemKind[] RouteKinds = [ProblemKinds.UnknownPlace, ProblemKinds.PlaceNotCovered, ProblemKinds.Gone];

    private static readonly Dictionary<string, (string Description, string Example)> Headers = new(StringComparer.Ordinal)
    {
        ["ETag"] = ("Strong validator of the response body (RFC 9110). Send it in `If-None-Match`.", "\"m3Vt0u5nKQ3bq7X9m0bY1kVh\""),
        ["Cache-Control"] = ("How long the response may be cached, and served stale (RFC 9111, RFC 5861).", PublicReads.CacheControl),
        ["Content-Language"] = ("Languages of the records (BCP 47).", "en"),
        ["Link"] = (
            "Next page (RFC 8288), the same as `next` in lists; absent on the last page. Also `license` and `author`, if the operator "
                + "states them.",
            "</v1/faqs?limit=2&cursor=…>; rel=\"next\""),
        ["Retry-After"] = ("Seconds to wait (RFC 9110). Sent with 429 and 503.", "5"),
        ["RateLimit-Policy"] = (
            "Rate limit: requests (q) per window in seconds (w) for each client network (draft-ietf-httpapi-ratelimit-headers-10).",
            "\"reads\";q=2000;w=10"),
        ["RateLimit"] = (
            "Remaining requests (r) and seconds until the window resets (t). Sent with 429 and with `no-store` responses.",
            "\"reads\";r=0;t=7"),
        ["Location"] = ("Path of the record under its current slug.", "/v1/faqs/is-there-a-local-aclu-office-in-my-area"),
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var isRead = !context.ApiDescription.RelativePath!.StartsWith("health", StringComparison.Ordinal);
        var hasBody = operation.RequestBody is not null;
        operation.Description = WithoutIndent(operation.Description);
        var responses = operation.Responses!;
        var success = (OpenApiResponse)responses["200"];
        success.Description = IsList(operation) ? "The matching items. The list may be empty." : "The requested data.";
        success.Headers = HeadersNamed([.. HeadersOf(operation, isRead, context.ApiDescription)]);
        // Kiota's method returns nothing where 304 stands beside a stream.
        if (!hasBody && success.Content!.Values.All(m => m.Schema!.Format != "binary"))
        {
            responses["304"] = new OpenApiResponse { Description = "Not modified: the `ETag` in `If-None-Match` is current." };
        }

        if (context.ApiDescription.RelativePath.Contains("{slug}", StringComparison.Ordinal))
        {
            responses["308"] = new OpenApiResponse
            {
                Description = "The slug is an earlier one of a renamed record. `Location` has the current path.",
                Headers = HeadersNamed("Location"),
            };
        }

        var declared = responses.Keys.Select(k => int.Parse(k, CultureInfo.InvariantCulture)).Where(s => s >= 400);
        foreach (var status in declared.Append(400).Distinct().ToArray())
        {
            responses[status.ToString(CultureInfo.InvariantCulture)] = Failure(status, operation, context);
        }

        responses["default"] = RefersToSharedFailure(context);
        operation.Responses = [];
        foreach (var (status, response) in responses.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            operation.Responses[status] = response;
        }
    }

    // The compiler's XML documentation file indents blank lines.
    private static string? WithoutIndent(string? text) =>
        text is null ? null : string.Join('\n', text.Split('\n').Select(l => l.TrimEnd()));

    private static bool IsList(OpenApiOperation operation) => operation.OperationId!.StartsWith("list", StringComparison.Ordinal);

    private static IEnumerable<string> HeadersOf(OpenApiOperation operation, bool isRead, ApiDescription route)
    {
        if (isRead)
        {
            yield return "RateLimit-Policy";
        }

        if (operation.RequestBody is null)
        {
            yield return "ETag";
            if (isRead)
            {
                yield return "Cache-Control";
            }
        }

        if (operation.Parameters?.Any(p => p.Name == "lang") is true
            || route.ParameterDescriptions.Any(p => p.Type.IsAssignableTo(typeof(IInAnyLanguage))))
        {
            yield return "Content-Language";
        }

        if (operation.Parameters?.Any(p => p.Name == "cursor") is true)
        {
            yield return "Link";
        }
    }

    private OpenApiResponse Failure(int status, OpenApiOperation operation, OperationFilterContext context)
    {
        // A kind that a route declares replaces the common kinds of the same status.
        var own = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<ProblemKind>().Where(k => k.Status == status).ToArray();
        var kinds = own.Length > 0 ? own : [.. ProblemKinds.All.Except(RouteKinds).Where(k => k.Status == status)];
        kinds = [.. kinds.Where(k => k != ProblemKinds.InvalidCursor || HasCursor(operation))];
        var example = ProblemExamples.Create(kinds[0], operation, context.ApiDescription.RelativePath!, site);
        return Failure(
            string.Join(" Or: ", kinds.Select(k => $"`{k.Code}`: {k.Meaning}")),
            status == 503 ? HeadersNamed("Retry-After") : null,
            example,
            context);
    }

    private static bool HasCursor(OpenApiOperation operation) =>
        operation.Parameters?.Any(p => p.Name is "cursor" or "since") is true;

    private OpenApiResponseReference RefersToSharedFailure(OperationFilterContext context)
    {
        var components = context.Document.Components ??= new OpenApiComponents();
        components.Responses ??= new Dictionary<string, IOpenApiResponse>(StringComparer.Ordinal);
        components.Responses[SharedFailure] = Failure(
            "Any other failure, with the status and `code` of one of the problems at `/problems`: for example 405 `method-not-allowed`, "
                + "406 `not-acceptable`, 414 `uri-too-long`, 429 `too-many-requests`, 500 `internal-error`, 503 `service-unavailable`.",
            HeadersNamed("Retry-After", "RateLimit-Policy", "RateLimit"),
            ProblemExamples.Create(ProblemKinds.TooManyRequests, operation: null, path: "", site),
            context);
        return new OpenApiResponseReference(SharedFailure, context.Document);
    }

    private static OpenApiResponse Failure(
        string description, Dictionary<string, IOpenApiHeader>? headers, JsonNode example, OperationFilterContext context) => new()
        {
            Description = description,
            Headers = headers,
            Content = new Dictionary<string, IOpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new OpenApiMediaType
                {
                    Schema = context.SchemaGenerator.GenerateSchema(typeof(Problem), context.SchemaRepository),
                    Example = example,
                },
            },
        };

    private Dictionary<string, IOpenApiHeader> HeadersNamed(params string[] names) => names.ToDictionary(
        n => n,
        IOpenApiHeader (n) => new OpenApiHeader
        {
            Description = Headers[n].Description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = Headers[n].Example.Replace("/v1/", site.LinkTo("/v1/"), StringComparison.Ordinal),
        },
        StringComparer.Ordinal);
}

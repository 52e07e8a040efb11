using FreedomCities.Api.Content;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace FreedomCities.Api.OpenApi;

/// <summary>OpenAPI 3.1 document at /openapi/public.v1.json and Swagger UI, without third-party files.</summary>
internal static class SwaggerDocs
{
    public const string Document = "public.v1";

    // Test vector in the description. ContractTests recomputes its hash.
    public const string VectorQuestion = "Is this a test?";
    public const string VectorAnswer = "Yes, a *small* one.";

    public static readonly string Description =
        $"""
        Questions and answers (FAQ entries), resources and local contacts of a civil-liberties organisation. Every answer states its source,
        whether a person has reviewed it, and when it last changed, so that you can keep copies up to date.

        **Conventions.** JSON in UTF-8. Times are RFC 3339 in UTC, languages BCP 47, jurisdictions ISO 3166-2, phone numbers E.164 or
        short codes, ids UUIDv7. New members and enum values may appear without a new version; ignore what you don't recognise.

        **Lists** have `items` and `next`, the path of the next page or null. Follow `next` exactly as returned. A cursor is valid only
        for the list that returned it: same filters, sort order and languages.

        **Languages.** The service looks up `lang`, otherwise `Accept-Language` (RFC 4647 lookup), then the default language, then any
        language of the record. Lists never omit a record because a translation is missing. `language` says which language was served.

        **Caching.** Every 200 response to GET has a strong `ETag`. Send it in `If-None-Match` to get 304 without a body if nothing has
        changed. HEAD works wherever GET does. After a change event, request with `Cache-Control: no-cache` to get the new version
        immediately.

        **Errors** are `application/problem+json` (RFC 9457) with a stable `code`, explained at `/problems/<code>`. An unknown query
        parameter is a 400, and so is a repeated one that is not a list.

        **Content hashes.** `contentHash` of an FAQ entry is `sha256-` and the lower-case hex SHA-256 of its canonical text: `question`,
        two line feeds (U+000A), `answer.markdown`. The canonical text is in Unicode normalisation form C, has only line feeds as line
        ends, and is encoded in UTF-8 without a byte order mark. Test vector: the question `{VectorQuestion}` with the answer
        `{VectorAnswer}` has `{ContentHash.Compute(VectorQuestion, VectorAnswer)}`. The hash of a topic is computed the same way from
        `name` and `description`, which may be empty. The hashes of resources and contacts cover the whole record: compare them, you can't
        compute them.

        **Privacy.** No cookies, no identifiers, no third parties. See `/.well-known/privacy.json`.

        **Clients.** Generate them from `/openapi/public.v1.json` (OpenAPI 3.1) or `/openapi/public.v1.oas30.json` (3.0). Schemas of
        responses are open. A member with a set of values is a string, with the known values in `x-extensible-enum`.
        """;

    private static readonly (string Name, string Description)[] Tags =
    [
        ("FAQs", "Questions and answers."),
        ("Topics", "Groups of FAQ entries."),
        ("Resources", "Websites, guides, policies, videos and documents that answers link to."),
        ("Contacts", "Offices and persons, and the contacts for a place."),
        ("Search", "Full-text search and suggestions."),
        ("Formats", "Records as JSON-LD, GeoJSON, vCard and Atom."),
        ("Changes", "Change feed, snapshot and freshness check, to keep copies up to date."),
        ("Embed", "Answers in other websites."),
        ("Index", "Entry points and privacy statement."),
        ("Health", "Health checks for operators and load balancers."),
    ];

    public sealed class DescribedTags : IDocumentFilter
    {
        public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
        {
            swaggerDoc.Tags = new HashSet<OpenApiTag>(Tags.Select(t => new OpenApiTag { Name = t.Name, Description = t.Description }));
            swaggerDoc.Security = [new OpenApiSecurityRequirement()]; // {}: no authentication
        }
    }
}

using System.Reflection;
using FreedomCities.Api.Database.Reads;
using FreedomCities.Api.Http.Problems;
using FreedomCities.Api.Http.Requests.Values;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace FreedomCities.Api.Content;

/// <summary>Response for a slug without a published record: renamed (308), withdrawn (410) or unknown (404).</summary>
internal sealed class MissingRecord(IResult answer) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => answer.ExecuteAsync(httpContext);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound, typeof(void), ["application/problem+json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status410Gone, typeof(void), ["application/problem+json"]));
        builder.Metadata.Add(ProblemResults.GoneKind);
    }
}

internal sealed class MissingRecordQueries(ReadConnections database)
{
    private const string ResolveSlugSql = """
        select
          coalesce(s.slug, w.slug) as slug,
          s.slug is not null as is_published,
          w.withdrawn_at,
          w.reason as withdrawal_reason,
          p.slug as replaced_by
        from slug_history h
        left join served s on s.record_id = h.record_id and s.is_first
        left join lateral (
          select w.slug, w.withdrawn_at, w.reason, w.replaced_by
          from withdrawal w
          where w.record_id = h.record_id
          order by w.withdrawn_at desc, w.language
          limit 1
        ) w on true
        left join served p on p.record_id = replacement(w.replaced_by) and p.is_first
        where h.type = @Type
          and h.slug = @Slug
        """;

    /// <param name="type">Record type, as in the table record.</param>
    /// <param name="what">Name of the type in messages.</param>
    public async Task<MissingRecord> ResolveSlug(HttpContext http, string type, string what, string slug)
    {
        var known = Slug.Form.IsMatch(slug)
            ? await database.QueryFirst<ResolvedSlug>(ResolveSlugSql, new { Type = type, Slug = slug }, http.RequestAborted)
            : null;
        return new MissingRecord(known switch
        {
            { IsPublished: false, WithdrawnAt: null } or null => ProblemResults.NotFound(what, slug),
            { Slug: { } current } when current != slug => Moved(http, slug, current),
            { WithdrawnAt: { } at } => ProblemResults.Gone(what, known.WithdrawalReason!, at, known.ReplacedBy),
            _ => ProblemResults.NotFound(what, slug),
        });
    }

    private static RedirectHttpResult Moved(HttpContext http, string from, string to)
    {
        var path = http.Request.Path.Value!;
        var start = path.LastIndexOf('/') + 1;
        http.Response.Headers.CacheControl = PublicReads.CacheControl;
        return TypedResults.Redirect(
            http.Request.PathBase.ToUriComponent() + path[..start] + to + path[(start + from.Length)..] + http.Request.QueryString,
            permanent: true,
            preserveMethod: true);
    }

    private sealed record ResolvedSlug
    {
        public required string? Slug { get; init; }

        public required bool IsPublished { get; init; }

        public DateTimeOffset? WithdrawnAt { get; init; }

        public string? WithdrawalReason { get; init; }

        public string? ReplacedBy { get; init; }
    }
}

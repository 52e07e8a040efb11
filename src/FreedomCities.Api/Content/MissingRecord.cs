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
          r.slug,
          served_language(r.id, '{}') is not null as is_published,
          w.withdrawn_at,
          w.withdrawal_reason,
          p.slug as replaced_by
        from slug_history h
        join record r on r.id = h.record_id
        left join lateral (
          select t.withdrawn_at, t.withdrawal_reason, t.replaced_by
          from translation t
          where t.record_id = r.id
            and t.status = 'withdrawn'
          order by t.withdrawn_at desc
          limit 1
        ) w on true
        left join record p on p.id = replacement(w.replaced_by)
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
            _ when known.Slug != slug => Moved(http, slug, known.Slug),
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
        public required string Slug { get; init; }

        public required bool IsPublished { get; init; }

        public DateTimeOffset? WithdrawnAt { get; init; }

        public string? WithdrawalReason { get; init; }

        public string? ReplacedBy { get; init; }
    }
}

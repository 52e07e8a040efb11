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
        builder.Metadata.Add(ProblemKinds.Gone);
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

    /// <summary>Finds the record that has or had a slug. Null: none.</summary>
    /// <param name="type">Record type, as in the table record.</param>
    public async Task<ResolvedSlug?> FindByAnySlug(string type, string slug, CancellationToken ct) => Slug.Form.IsMatch(slug)
        ? await database.QueryFirst<ResolvedSlug>(ResolveSlugSql, new { Type = type, Slug = slug }, ct)
        : null;

    /// <param name="type">Record type, as in the table record.</param>
    /// <param name="what">Name of the type in messages.</param>
    public async Task<MissingRecord> ResolveSlug(HttpContext http, string type, string what, string slug)
    {
        var known = await FindByAnySlug(type, slug, http.RequestAborted);
        return new MissingRecord(known switch
        {
            { IsPublished: false, WithdrawnAt: null } or null => ProblemResults.NotFound(what, slug),
            { Slug: { } current } when current != slug => Moved(http, slug, current),
            { WithdrawnAt: not null } => known.CreateGone(what),
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
}

/// <summary>A record that has or had a slug.</summary>
internal sealed record ResolvedSlug
{
    /// <summary>The current slug. Null: the record was never published.</summary>
    public required string? Slug { get; init; }

    public required bool IsPublished { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    public string? WithdrawalReason { get; init; }

    /// <summary>Slug of the published record to show instead. Null: none.</summary>
    public string? ReplacedBy { get; init; }

    public bool IsWithdrawn => !IsPublished && WithdrawnAt is not null;

    /// <param name="what">Name of the record's type.</param>
    public ProblemHttpResult CreateGone(string what) => ProblemResults.Gone(what, WithdrawalReason!, WithdrawnAt!.Value, ReplacedBy);
}

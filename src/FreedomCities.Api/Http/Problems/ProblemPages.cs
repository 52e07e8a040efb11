using FreedomCities.Api.Http.Caching;
using FreedomCities.Api.Http.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomCities.Api.Http.Problems;

/// <summary>Pages for people: the meaning and the remedy of each problem.</summary>
internal static class ProblemPages
{
    private const string CacheControl = "public, max-age=300";

    public static void MapProblems(this IEndpointRouteBuilder app)
    {
        var problems = app.MapGroup("/problems")
            .ExcludeFromDescription()
            .CrossOrigin()
            .WithoutRateLimit()
            .Cached(CacheLifetime.ProcessForAnyQuery);
        problems.MapGet("/", List);
        problems.MapGet("/{code}", Get);
    }

    private static HtmlPage<ProblemsPage> List(HttpContext http)
    {
        http.Response.Headers.CacheControl = CacheControl;
        return new HtmlPage<ProblemsPage>();
    }

    private static Results<HtmlPage<ProblemPage>, ProblemHttpResult> Get(string code, HttpContext http)
    {
        if (!ProblemKinds.All.Any(k => k.Code == code))
        {
            return ProblemResults.NoSuchProblem();
        }

        http.Response.Headers.CacheControl = CacheControl;
        return new HtmlPage<ProblemPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { [nameof(ProblemPage.Code)] = code });
    }
}

using System.Diagnostics;
using System.Globalization;
using FreedomCities.Api.Http.Responses;

namespace FreedomCities.Api.Http.Problems;

/// <summary>
/// Writes every problem as application/problem+json, regardless of Accept (the framework's writer negotiates the type), and completes
/// problems that the framework created from a status code.
/// </summary>
internal sealed class ProblemWriter(PublicUrl site) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        problem.Status ??= http.Response.StatusCode;
        if (!problem.Extensions.ContainsKey("code") && ProblemKinds.FindByStatus(problem.Status.Value) is { } kind)
        {
            (problem.Title, problem.Detail) = (kind.Title, problem.Detail ?? kind.Meaning);
            problem.Extensions["code"] = kind.Code;
        }

        if (problem.Extensions.TryGetValue("code", out var code)
            && ProblemKinds.All.FirstOrDefault(k => k.Code.Equals(code)) is { } known)
        {
            problem.Type = site.LinkTo(known.Page);
        }

        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
        http.Response.StatusCode = problem.Status.Value;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Remove("ETag");
        http.Response.Headers.Remove("Link");
        http.Response.Headers.Remove("Content-Language");
        if (problem.Status is 429 or 503 && http.Response.Headers.RetryAfter.Count == 0)
        {
            http.Response.Headers.RetryAfter = ((int)ProblemResults.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        await http.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json");
    }
}

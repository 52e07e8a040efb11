using System.Collections.Concurrent;
using FreedomCities.Api.Database;
using FreedomCities.Api.Http.Limits;
using FreedomCities.Api.Telemetry;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace FreedomCities.Api.Http.Problems;

/// <summary>Maps exceptions to problem documents. Responses contain no exception text, SQL, stack trace or value.</summary>
internal sealed class ExceptionHandler(IProblemDetailsService problems, DatabaseHealth health, ILogger<ExceptionHandler> log)
    : IExceptionHandler
{
    private const long LogIntervalMilliseconds = 10_000;

    private readonly ConcurrentDictionary<(string Route, string Failure), long> _lastLogged = new();

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken ct)
    {
        if (exception is ConnectionResetException
            || (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested))
        {
            http.Response.StatusCode = 499;
            return true;
        }

        var problem = Explain(exception, RequestTracing.Route(http) ?? "No route");
        http.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem });
    }

    // Avoids one line per request: the first of an outage, which DatabaseHealth explains, and one now and then while the database is up.
    private void LogOnce(string route, string failure)
    {
        var (key, now) = ((route, failure), Environment.TickCount64);
        if (_lastLogged.GetValueOrDefault(key, long.MinValue / 2) < Math.Min(now - LogIntervalMilliseconds, health.UpAt))
        {
            _lastLogged[key] = now;
            log.LogWarning("{Route}: the database failed: {Failure}.", route, failure);
        }
    }

    private ProblemDetails Explain(Exception exception, string route)
    {
        switch (exception)
        {
            case BadHttpRequestException bad:
                return new ProblemDetails { Status = bad.StatusCode };
            case PostgresException e when e.SqlState[..2] is "22" or "54":
                log.LogWarning("{Route}: PostgreSQL rejected an input that validation accepted: {SqlState}.", route, e.SqlState);
                return new ProblemDetails { Status = 400 };
            case OverBudgetException:
                return ProblemResults.Overloaded().ProblemDetails;
            case NpgsqlException or TimeoutException:
                LogOnce(route, exception is PostgresException answer ? answer.SqlState : exception.GetType().Name);
                return ProblemResults.Unavailable();
            default:
                log.LogError(exception, "{Route}: the request failed.", route);
                return ProblemResults.InternalError();
        }
    }
}

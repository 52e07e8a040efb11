namespace FreedomCities.Api.Benchmarks;

internal static class LocateSpeed
{
    public static Task Run(CancellationToken ct) => Task.FromCanceled(ct);
}

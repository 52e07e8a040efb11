namespace FreedomCities.Api.Http;

internal static class Paths
{
    /// <summary>Whether it is one of the paths, or below one.</summary>
    public static bool IsUnder(this PathString path, PathString[] paths)
    {
        foreach (var start in paths)
        {
            if (path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

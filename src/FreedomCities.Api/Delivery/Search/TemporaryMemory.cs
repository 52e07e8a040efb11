namespace FreedomCities.Api.Delivery.Search;

/// <summary>What was needed only to load or to index documents. Left to itself, the garbage collector keeps it for minutes.</summary>
internal static class TemporaryMemory
{
    // Of fewer, it isn't worth the pause.
    private const int LargeCount = 10_000;

    /// <param name="texts">How many were loaded.</param>
    public static void Release(int texts)
    {
        if (texts > LargeCount)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}

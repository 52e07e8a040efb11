namespace FreedomCities.Api.Database.Embedded;

/// <summary>
/// Two locks of a data folder, both flock(2), which the kernel drops when a process dies: one held while the cluster is started or
/// stopped, and one that all who use the cluster share.
/// </summary>
internal static class FolderLock
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(90);

    public static async Task<FileStream> Transition(string folder, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(Wait);
        var file = Path.Combine(folder, "transition.lock");
        while (true)
        {
            try
            {
                return Open(file, FileShare.None);
            }
            catch (IOException) when (File.Exists(file) && !deadline.IsCancellationRequested)
            {
                await Task.Delay(50, ct);
            }
            catch (IOException) when (File.Exists(file))
            {
                throw new ConfigurationException($"Another process has been starting or stopping the database in {folder} for {Wait.TotalSeconds} s: end it, then try again.");
            }
        }
    }

    public static FileStream Use(string folder) => Open(Path.Combine(folder, "use.lock"), FileShare.Read);

    /// <exception cref="IOException">Somebody else uses the cluster.</exception>
    public static FileStream UseExclusively(string folder) => Open(Path.Combine(folder, "use.lock"), FileShare.None);

    private static FileStream Open(string path, FileShare share) => new(path, FileMode.OpenOrCreate, FileAccess.Read, share);
}

namespace FreedomCities.Api.Database.Embedded;

/// <summary>
/// Two locks of a data folder, both by flock(2): the kernel releases them when a process dies. One is held while the cluster starts or
/// stops. The other is shared by all processes that use the cluster.
/// </summary>
internal static class FolderLock
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(90);

    public static async Task<FileStream> Transition(string folder, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(Timeout);
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
                throw new ConfigurationException(
                    $"Another process has been starting or stopping the database in {folder} for {Timeout.TotalSeconds} s:"
                    + " end it, then try again.");
            }
        }
    }

    public static FileStream Use(string folder) => Open(Path.Combine(folder, "use.lock"), FileShare.Read);

    /// <exception cref="IOException">Another process uses the cluster.</exception>
    public static FileStream UseExclusively(string folder) => Open(Path.Combine(folder, "use.lock"), FileShare.None);

    private static FileStream Open(string path, FileShare share) => new(path, FileMode.OpenOrCreate, FileAccess.Read, share);
}

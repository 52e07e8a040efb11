namespace FreedomCities.Api.Benchmarks;

/// <summary>What the service answers, as files for servers that send the same bytes.</summary>
internal sealed class AnswerFiles : IDisposable
{
    // that nginx can look into
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "fc-" + Path.GetRandomFileName()));

    public string Folder => Path.Combine(_folder.FullName, "answers");

    public static async Task<AnswerFiles> Create(
        ServerProcess service,
        (string Name, string Path)[] reads,
        string encoding,
        CancellationToken ct)
    {
        var files = new AnswerFiles();
        Directory.CreateDirectory(files.Folder);
        foreach (var (name, path) in reads)
        {
            await File.WriteAllBytesAsync(Path.Combine(files.Folder, name), await service.Read(path, encoding, ct), ct);
        }

        return files;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

using System.Security.Cryptography;

namespace FreedomCities.Api.Tests.Chaos;

/// <summary>
/// A database on a full disk is read as ever; what can't be written is told and leaves nothing, until there is room again.
/// </summary>
[Collection<ProcessTests>]
public sealed class FullDiskTests(PreparedFolder prepared)
{
    private const string CachedPath = "/v1/faqs";
    private const int Questions = 50;

    [Fact(Explicit = true)]
    public async Task FullDisk_IsReadAndAnImportIsWrittenWhenThereIsRoom()
    {
        await using var folder = new DataFolder();
        await folder.Mount(megabytes: 256);
        await prepared.CopyTo(folder);
        var (document, ballast) = (Path.Combine(folder.Path, "document.md"), Path.Combine(folder.Path, "ballast"));
        await File.WriteAllTextAsync(
            document,
            "# New\n\n"
                + string.Concat(Enumerable.Range(0, Questions)
                    .Select(i => $"## What is {i}?\n\n{RandomNumberGenerator.GetHexString(8000)}\n\n")));
        await using var service = ProgramProcess.Serve(folder.Path, ("RateLimits__Reads__Requests", Load.Flood));
        using var http = await service.Http();
        using var kept = await http.GetAsync(CachedPath);
        Fill(ballast);

        var load = new Load(n => n % 2 == 0 ? CachedPath : $"/v1/faqs/nothing-{n}", http);
        await load.During(4, async () =>
        {
            var errors = await ProgramProcess.Fail(["import", document, "--data", folder.Path]);
            Assert.Contains("No space left on device", errors, StringComparison.Ordinal);
            await load.More(20, a => a.Path != CachedPath, "answers from the database");
        });

        Assert.DoesNotContain(load.Answers, a => a.Status != (a.Path == CachedPath ? 200 : 404));
        Assert.Equal(prepared.Questions, await service.Questions("?limit=100"));
        File.Delete(ballast);
        await ProgramProcess.Run(0, ["import", document, "--data", folder.Path]);
        Assert.Equal(prepared.Questions.Length + Questions, (await service.Questions("?limit=100")).Length);
        await service.Stop();
    }

    /// <summary>Writes a file that leaves no room for anything else.</summary>
    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // the disk is full
        }
    }
}

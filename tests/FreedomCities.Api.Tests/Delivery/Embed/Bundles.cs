namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>Pages that partners' tools build around the element's module: checked with its types by tsc, bundled by Vite.</summary>
public sealed class Bundles : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fc-partners-").FullName;
    private Task<Dictionary<string, string>>? _scripts;

    /// <summary>The bundles by name: plain, react, vue.</summary>
    internal Task<Dictionary<string, string>> Scripts => _scripts ??= Build();

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<Dictionary<string, string>> Build()
    {
        var element = Path.Combine(Repository.Root, "src", "FreedomCities.Api", "Delivery", "Embed");
        string[] sources = [.. Directory.GetFiles(Programs.Beside("Delivery/Embed/Partners"), "*.*s*"), .. Directory.GetFiles(element, "fc-faq.*")];
        foreach (var source in sources)
        {
            File.Copy(source, Path.Combine(_folder, Path.GetFileName(source)));
        }

        Directory.CreateSymbolicLink(Path.Combine(_folder, "node_modules"), Programs.Beside("node_modules"));
        await Task.WhenAll(
            Programs.Node("node_modules/typescript/bin/tsc", "", "--project", Path.Combine(_folder, "tsconfig.json")),
            Programs.Node("Delivery/Embed/Partners/bundle.mjs", "", _folder));
        return Directory.GetFiles(Path.Combine(_folder, "site"), "*.js")
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText, StringComparer.Ordinal);
    }
}

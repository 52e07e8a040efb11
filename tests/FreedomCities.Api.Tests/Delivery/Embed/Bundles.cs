namespace FreedomCities.Api.Tests.Delivery.Embed;

/// <summary>Pages that partners' tools build around the element's module: checked with its types by TypeScript, bundled by Vite.</summary>
public sealed class Bundles : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fc-partners-").FullName;
    private readonly Lazy<Task<Dictionary<string, string>>> _scripts;

    public Bundles()
    {
        Prepare("pages");
        Prepare("bare");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "pages", "node_modules"), Programs.Beside("node_modules"));
        _scripts = new(Build);
    }

    /// <summary>The bundles by name: plain, react, vue.</summary>
    internal Task<Dictionary<string, string>> Scripts => _scripts.Value;

    /// <summary>Compiles the pages, as bundlers and as Node resolve modules, with React, Preact and Vue and with none of them.</summary>
    internal Task CheckTypes() => Programs.Node("Delivery/Embed/Partners/types.mjs", "", _folder);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Prepare(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        foreach (var source in Directory.GetFiles(Programs.Beside("Delivery/Embed/Partners"), "*.ts*"))
        {
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)));
        }

        var element = Path.Combine(Repository.Root, "src", "FreedomCities.Api", "Delivery", "Embed");
        File.Copy(Path.Combine(element, "fc-faq.mjs"), Path.Combine(folder, "fc-faq.mjs"));
        File.Copy(Path.Combine(element, "fc-faq.d.ts"), Path.Combine(folder, "fc-faq.d.mts")); // served by both names
        File.WriteAllText(Path.Combine(folder, "package.json"), """{ "type": "module" }""");
    }

    private async Task<Dictionary<string, string>> Build()
    {
        var pages = Path.Combine(_folder, "pages");
        await Programs.Node("Delivery/Embed/Partners/bundle.mjs", "", pages);
        return Directory.GetFiles(Path.Combine(pages, "site"), "*.js")
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText, StringComparer.Ordinal);
    }
}

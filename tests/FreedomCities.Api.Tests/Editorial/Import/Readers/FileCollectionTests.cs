using FreedomCities.Api.Editorial.Import;
using FreedomCities.Api.Editorial.Import.Files;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

public sealed class FileCollectionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("faq-");

    [Fact]
    public void Archive_IsListedInNaturalOrder()
    {
        var read = FileCollection.ReadArchive("a.zip", ZipFile.Create(
            ("q10.md", "a"), ("q2.md", "b"), ("sub/q1.html", "<p>c"), ("map.png", "d"), ("x.pdf", "%PDF-"), ("e.md", " "),
            ("__MACOSX/q1.md", "e"), (".git/config.txt", "f")));

        Assert.Equal(["q2.md", "q10.md", "sub/q1.html"], read.Files.Select(f => f.Name));
        Assert.Equal(["e.md", "map.png", "x.pdf"], read.LeftOut.Select(l => l.Position.File));
        Assert.Contains("empty", read.LeftOut[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_IsListedWithoutLinks()
    {
        Write("b/two.txt", "b");
        Write("one.md", "a");
        Write("style.css", "c");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "passwd.txt"), "/etc/passwd");

        var read = FileCollection.ReadFolder(_folder);

        Assert.Equal(["b/two.txt", "one.md"], read.Files.Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.Equal("style.css", Assert.Single(read.LeftOut).Position.File);
    }

    [Fact]
    public void CollectionWithoutDocument_IsRefused()
    {
        Write("style.css", "c");

        Assert.Contains("no document", Assert.Throws<ImportException>(() => FileCollection.ReadFolder(_folder)).Message, StringComparison.Ordinal);
        Assert.Throws<ImportException>(() => FileCollection.ReadArchive("a.zip", ZipFile.Create(("a.png", "x"))));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}

using System.Diagnostics;
using System.Text;

namespace FreedomCities.Api.Tests.Editorial.Import.Readers;

/// <summary>
/// Files that are made to exhaust time or memory, to reach other files or to pass as another format. What is allocated is counted for the
/// whole process.
/// </summary>
[Collection<Timed>]
public sealed class HostileFileTests(Service service) : IClassFixture<Service>
{
    // Without other load each takes under a second.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private const long MaxAllocated = 512L * 1024 * 1024;

    private static readonly byte[] Sample = new WordFile(WordFile.Heading("May I?") + WordFile.Paragraph("Yes.")).Write();

    public static TheoryData<string, string> Files => new()
    {
        { "bomb.docx", "unpacks to more than" },
        { "bomb.zip", "unpacks to more than" },
        { "many-entries.zip", "more than 5000 entries" },
        { "truncated.docx", "damaged" },
        { "truncated.zip", "damaged" },
        { "macros.docm", "contains macros" },
        { "macros.docx", "contains macros" },
        { "laughs.docx", "damaged" },
        { "entity.docx", "damaged" },
        { "deep.docx", "nested more than 250 levels" },
        { "long.docx", "more than 500000 XML elements" },
        { "deep.html", "nested more than 300 levels" },
        { "lists.html", "nested more than 300 levels" },
        { "formatting.html", "nested more than 300 levels" },
        { "wide.html", "more than 300000 HTML elements" },
        { "laughs.xml", "is XML" },
        { "text.docx", "not what its name says" },
        { "pdf.docx", "is a PDF" },
        { "image.md", "is an image" },
        { "binary.txt", "not a text file" },
        { "package.docx", "damaged" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task HostileFile_IsRefusedInTime(string name, string message)
    {
        var bytes = Create(name);
        await service.Refuses("warm.docx", Sample[..100], "damaged");
        var (watch, before) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());

        await service.Refuses(name, bytes, message);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Deadline);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, MaxAllocated);
    }

    [Fact]
    public async Task BillionLaughsInHtml_AreNotExpanded()
    {
        const string Page = """
            <!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>
            <html><h1>Laughs</h1><h2>What is it?</h2><p>Not &b; and &c; here.</p></html>
            """;

        await service.Import("laughs.html", Encoding.UTF8.GetBytes(Page));

        Assert.Equal("Not &b; and &c; here.", (await service.Json("/v1/faqs/what-is-it")).GetProperty("answer").GetProperty("text").GetString());
    }

    [Fact]
    public async Task LineOfFiveMegabytes_IsRefused() =>
        await service.Refuses("line.html", Encoding.UTF8.GetBytes($"<html><h1>T</h1><h2>What?</h2><p>{new string('x', 5_000_000)}"), "longer than");

    private static byte[] Create(string name) => name switch
    {
        "bomb.docx" => (new WordFile("") with { Prolog = new string(' ', 100_000_000) }).Write(),
        "bomb.zip" => ZipFile.Create(("a.md", new string(' ', 100_000_000))),
        "many-entries.zip" => ZipFile.Create([.. Enumerable.Range(0, 6_000).Select(i => ($"{i}.md", ""))]),
        "truncated.docx" or "truncated.zip" => Sample[..(Sample.Length / 2)],
        "macros.docm" or "macros.docx" => (new WordFile("<w:p/>") with { Entries = new() { ["word/vbaProject.bin"] = [1] } }).Write(),
        "laughs.docx" => new WordFile(WordFile.Paragraph("&b;")) { Prolog = """<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>""" }.Write(),
        "entity.docx" => new WordFile(WordFile.Paragraph("&e;")) { Prolog = """<!DOCTYPE l [<!ENTITY e SYSTEM "file:///etc/passwd">]>""" }.Write(),
        "deep.docx" => new WordFile(Repeat("<w:tbl><w:tr><w:tc>", 10_000) + Repeat("</w:tc></w:tr></w:tbl>", 10_000)).Write(),
        "long.docx" => new WordFile(Repeat("<w:p/>", 600_000)).Write(),
        "package.docx" => ZipFile.Create(("word/other.xml", "")),
        "pdf.docx" => "%PDF-1.7"u8.ToArray(),
        "image.md" => [0x89, .. "PNG\r\n"u8],
        "binary.txt" => [1, 0, 2, 0xFF],
        _ => Encoding.UTF8.GetBytes(CreateText(name)),
    };

    private static string CreateText(string name) => name switch
    {
        "deep.html" => "<html>" + Repeat("<div>", 10_000),
        "lists.html" => "<html>" + Repeat("<ul><li>", 10_000),
        "formatting.html" => "<html>" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<p><b id=a{i}>x</p>")),
        "wide.html" => "<html>" + Repeat("x<br>", 400_000),
        "laughs.xml" => """<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">]><l>&a;</l>""",
        _ => "# FAQ\n\n## May I?\n\nYes.",
    };

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}

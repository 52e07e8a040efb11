using FreedomCities.Api.Commands.Terminal;

namespace FreedomCities.Api.Tests.Commands.Terminal;

/// <summary>Nothing that a document or an argument holds controls the terminal.</summary>
public sealed class TerminalWriterTests
{
    [Theory]
    [InlineData("a\u001b[31mb", "a\\u001b[31mb")]
    [InlineData("a\rb", "a\\u000db")]
    [InlineData("a\u0007\b\u007f\u009b", "a\\u0007\\u0008\\u007f\\u009b")]
    [InlineData("a\u202eb\u2066c", "a\\u202eb\\u2066c")]
    [InlineData("é\tñ\n中 👩‍🔧", "é\tñ\n中 👩‍🔧")]
    public void ControlCharacters_AreEscaped(string text, string written)
    {
        var inner = new StringWriter();
        using var writer = new TerminalWriter(inner);

        writer.Write(text);
        writer.WriteLine(text);
        writer.Write(text.AsSpan());

        Assert.Equal($"{written}{written}\n{written}", inner.ToString());
    }

    [Fact]
    public async Task Message_ThatQuotesAnArgument_HasNone() =>
        Assert.Contains(
            "file /nowhere/\\u001b[2J.md",
            await ProgramCall.Fail("import", "/nowhere/\u001b[2J.md"),
            StringComparison.Ordinal);
}

using System.Globalization;
using System.Text;

namespace FreedomCities.Api.Commands.Terminal;

/// <summary>
/// Escapes characters that control a terminal (escape sequences, carriage returns, direction marks) as \u and their code. Reports quote
/// documents, which may contain any character.
/// </summary>
internal sealed class TerminalWriter : TextWriter
{
    private readonly TextWriter _inner;

    public TerminalWriter(TextWriter inner) : base(CultureInfo.InvariantCulture) => (_inner, CoreNewLine) = (inner, ['\n']);

    public override Encoding Encoding => _inner.Encoding;

    public override void Write(char value)
    {
        if (ControlsTerminal(value))
        {
            _inner.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)value:x4}"));
        }
        else
        {
            _inner.Write(value);
        }
    }

    public override void Write(string? value)
    {
        if (value is not null && value.Any(ControlsTerminal))
        {
            base.Write(value);
        }
        else
        {
            _inner.Write(value);
        }
    }

    public override void Flush() => _inner.Flush();

    private static bool ControlsTerminal(char c) => (char.IsControl(c) && c is not ('\n' or '\t'))
        || c is '\u061c' or '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}

using System.Text;

namespace FreedomCities.Api.Editorial.Import.Documents.Model;

/// <summary>Builds the text of a block: collapses white space, and joins pieces of the same formatting.</summary>
/// <param name="keepLines">Keep the ends of the source's lines; otherwise they are spaces.</param>
internal sealed class InlineBuilder(bool keepLines = false)
{
    private readonly List<Run> _runs = [];
    private readonly StringBuilder _piece = new();
    private char _last = '\n';

    public void Add(string text, Marks marks = Marks.None, string? target = null)
    {
        var collapsed = new StringBuilder();
        foreach (var c in text)
        {
            Append(collapsed, IsSpace(c) ? ToSpace(c) : c);
        }

        Add(new Run(collapsed.ToString(), marks, target));
    }

    public void AddBreak(Marks marks = Marks.None, string? target = null)
    {
        Add(new Run(Inline.LineBreak.ToString(), marks, target));
        _last = Inline.LineBreak;
    }

    public void AddNote(string label)
    {
        EndRun();
        _runs.Add(new Run("", Note: label));
    }

    public Inline Build()
    {
        EndRun();
        return new Inline([.. _runs]).Slice(..);
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\f';

    private char ToSpace(char c) => keepLines && c == '\n' ? '\n' : ' ';

    private void Append(StringBuilder text, char c)
    {
        if (c is ' ' && _last is ' ' or '\n' or Inline.LineBreak)
        {
            return;
        }

        if (c == '\n' && _last is '\n' or Inline.LineBreak)
        {
            return;
        }

        if (c == '\n' && _last == ' ' && text.Length > 0)
        {
            text.Length--;
        }

        text.Append(c);
        _last = c;
    }

    private void Add(Run run)
    {
        if (run.Text.Length == 0)
        {
            return;
        }

        if (_runs is [.., { Note: null } last] && last.Marks == run.Marks && last.Target == run.Target)
        {
            _piece.Append(run.Text);
            return;
        }

        EndRun();
        _piece.Clear().Append(run.Text);
        _runs.Add(run);
    }

    /// <summary>Gives the last run its text: pieces are joined once, not one by one.</summary>
    private void EndRun()
    {
        if (_runs is [.., { Note: null } last])
        {
            _runs[^1] = last with { Text = _piece.ToString() };
        }
    }
}

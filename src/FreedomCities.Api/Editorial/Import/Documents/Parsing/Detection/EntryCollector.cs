using FreedomCities.Api.Editorial.Import.Documents.Model;
using FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection.Forms;

namespace FreedomCities.Api.Editorial.Import.Documents.Parsing.Detection;

/// <summary>Puts the parts of a document together: a question with the blocks behind it, below its sections.</summary>
internal sealed class EntryCollector
{
    private readonly Part[] _front;
    private readonly List<DetectedEntry> _entries = [];
    private readonly List<LeftOut> _leftOut = [];
    private readonly List<Part> _sections = [];
    private readonly List<Block> _answer = [];
    private Part? _question;

    public EntryCollector(Part[] front)
    {
        _front = front;
        foreach (var section in front.Where(p => p.Kind == PartKind.Section))
        {
            Enter(section);
        }
    }

    public DetectedQuestions Collect(Part[] parts)
    {
        foreach (var part in parts)
        {
            switch (part.Kind)
            {
                case PartKind.Question:
                    End();
                    _question = part;
                    _answer.AddRange(part.Blocks);
                    break;
                case PartKind.Section:
                    End();
                    Enter(part);
                    _leftOut.Add(new LeftOut(part.Position, "section heading", part.Title.Text));
                    break;
                default:
                    AddContent(part);
                    break;
            }
        }

        End();
        return new DetectedQuestions([.. _entries], _front, [.. _leftOut]);
    }

    private void AddContent(Part part)
    {
        if (_question is null or { IsClosed: true })
        {
            var reason = _question is null ? "text below a section" : "text outside the answers";
            _leftOut.AddRange(part.Blocks
                .Select(b => new LeftOut(b.Position, reason, BlockText.Read([b])))
                .Where(l => l.Text.Trim().Length > 0));
        }
        else
        {
            _answer.AddRange(part.Blocks);
        }
    }

    private void End()
    {
        if (_question is { } question)
        {
            _entries.Add(new DetectedEntry(question, [.. _answer], [.. _sections.Select(s => s.Title.Text)]));
        }

        _question = null;
        _answer.Clear();
    }

    private void Enter(Part section)
    {
        _sections.RemoveAll(s => s.Level >= section.Level);
        _sections.Add(section);
    }
}

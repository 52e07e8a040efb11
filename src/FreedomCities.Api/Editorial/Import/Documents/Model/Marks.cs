namespace FreedomCities.Api.Editorial.Import.Documents.Model;

/// <summary>The formatting of a run.</summary>
[Flags]
internal enum Marks
{
    None = 0,
    Strong = 1,
    Emphasis = 2,
    Strike = 4,
    Code = 8,
    Superscript = 16,
    Subscript = 32,
}

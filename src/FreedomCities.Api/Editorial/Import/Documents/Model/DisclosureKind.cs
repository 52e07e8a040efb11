namespace FreedomCities.Api.Editorial.Import.Documents.Model;

/// <summary>How a source marks a summary and what belongs to it.</summary>
internal enum DisclosureKind
{
    /// <summary>details and summary.</summary>
    Details,

    /// <summary>A button and the panel that it controls.</summary>
    Accordion,

    /// <summary>A term and its definition.</summary>
    Definition,

    /// <summary>An item with a title and a content in front matter, or a file with a title.</summary>
    Item,
}

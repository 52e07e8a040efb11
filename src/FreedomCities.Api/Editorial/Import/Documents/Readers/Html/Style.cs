using FreedomCities.Api.Editorial.Import.Documents.Model;

namespace FreedomCities.Api.Editorial.Import.Documents.Readers.Html;

/// <summary>The formatting and the link that the elements around a text give it.</summary>
internal readonly record struct Style(Marks Marks, string? Target);

namespace FreedomCities.Api.Editorial.Import;

/// <summary>A file can't be imported: everything that its editor has to correct. Nothing was written.</summary>
internal sealed class ImportException(params string[] problems) : Exception(string.Join(Environment.NewLine, problems));

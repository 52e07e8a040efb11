namespace FreedomCities.Api.Editorial.Import;

/// <summary>A file that can't be imported, and all that an editor has to put right in it. Nothing of it was written.</summary>
internal sealed class ImportException(params string[] problems) : Exception(string.Join(Environment.NewLine, problems));

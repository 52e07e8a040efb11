namespace FreedomCities.Api.Editorial.Import;

/// <summary>Error in a file to import. The message lists everything to correct. Nothing was written.</summary>
internal sealed class ImportException(params string[] problems) : Exception(string.Join(Environment.NewLine, problems));

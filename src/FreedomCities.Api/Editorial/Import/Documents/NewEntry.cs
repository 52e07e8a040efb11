using FreedomCities.Api.Editorial.Import.Documents.Planning;

namespace FreedomCities.Api.Editorial.Import.Documents;

/// <summary>An entry to insert.</summary>
internal sealed record NewEntry(Guid Id, string Position, Guid[] Topics, EntryContent Content);

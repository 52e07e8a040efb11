namespace FreedomCities.Api.Editorial.Import.Documents.Planning;

/// <summary>What an import does with an entry.</summary>
internal enum EntryAction
{
    Create,
    Change,
    Leave,

    /// <summary>It is withdrawn, and stays so.</summary>
    LeaveWithdrawn,
}
